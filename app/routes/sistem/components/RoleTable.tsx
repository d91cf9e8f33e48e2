import type { Role } from "#app/access/permissions.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { systemMessages } from "#app/i18n/messages/system.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Held = {
	id: string;
	personId: string;
	name: string;
	role: Role;
	agencyId: string | null;
	agencyName: string | null;
	unitName: string | null;
};

export function RoleTable({ roles }: { roles: Held[] }) {
	const t = useMessages(systemMessages);
	const a = useMessages(accessMessages);
	return (
		<DataTable
			caption={t.roles}
			rows={roles}
			rowKey={({ id }) => id}
			columns={[
				{ key: "name", label: t.holder, rowHeader: true, cell: ({ name }) => name },
				{ key: "role", label: t.role, cell: ({ role }) => a[`role.${role}`] },
				{ key: "scope", label: t.scope, cell: (held) => scopeOf(held, t.nation) },
				{ key: "revoke", label: t.action, cell: (held) => <Revoke held={held} /> },
			]}
		/>
	);
}

const scopeOf = ({ agencyName, unitName }: Held, nation: string) =>
	agencyName === null ? nation : [agencyName, unitName].filter(Boolean).join(", ");

function Revoke({ held: { personId, role, agencyId } }: { held: Held }) {
	const t = useMessages(systemMessages);
	return (
		<form method="post">
			<input type="hidden" name="intent" value="revoke" />
			<input type="hidden" name="person" value={personId} />
			<input type="hidden" name="role" value={role} />
			<input type="hidden" name="agencyId" value={agencyId ?? ""} />
			<Button kind="link">{t.revoke}</Button>
		</form>
	);
}
