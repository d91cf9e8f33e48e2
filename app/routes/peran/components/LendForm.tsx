import type { Role } from "#app/access/permissions.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { roleMessages } from "#app/i18n/messages/roles.ts";
import { useMessages } from "#app/ui/context.tsx";
import { type FieldErrors, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { Typed } from "../form.ts";
import { SpanFields } from "./SpanFields.tsx";

type Grant = { id: string; role: Role; agencyName: string | null; unitName: string | null };
type Props = {
	grants: Grant[];
	isPrimary: boolean;
	errors?: FieldErrors;
	typed?: Extract<Typed, { intent: "lend" }>;
};

export function LendForm({ grants, isPrimary, errors, typed }: Props) {
	const t = useMessages(roleMessages);
	const a = useMessages(accessMessages);
	const label = ({ role, agencyName, unitName }: Grant) =>
		[a[`role.${role}`], agencyName ?? t.nation, unitName].filter(Boolean).join(", ");
	return (
		<section>
			<h2>{t.lend}</h2>
			<p className="quiet">{t.lendLead}</p>
			<form method="post" className="prose">
				<input type="hidden" name="intent" value="lend" />
				<Select
					label={t.which}
					name="grant"
					id="f-lend-grant"
					choices={grants.map((grant) => ({ value: grant.id, label: label(grant) }))}
					defaultValue={typed?.grant}
				/>
				<SpanFields of="lend" errors={errors} typed={typed} />
				<Button kind={isPrimary ? "primary" : "plain"}>{t.lendButton}</Button>
			</form>
		</section>
	);
}
