import { formatDate } from "../i18n/format.ts";
import { accessMessages } from "../i18n/messages/access.ts";
import { roleMessages } from "../i18n/messages/roles.ts";
import { useFrame, useMessages } from "../ui/context.tsx";
import { Button } from "../ui/Page.tsx";
import { DataTable } from "../ui/table.tsx";
import type { Role } from "./permissions.ts";

export type Row = {
	id: string;
	personId: string;
	name: string;
	role: Role;
	agencyName: string | null;
	unitName: string | null;
	from: number | null;
	till: number | null;
	lentFromId: string | null;
};
type Props = { caption: string; rows: Row[]; end?: string };

/** Grants with their scope and time; with `end`, a button of that name that ends each. */
export function Roles({ caption, rows, end }: Props) {
	const t = useMessages(roleMessages);
	const a = useMessages(accessMessages);
	const time = useTime();
	const scope = ({ agencyName, unitName }: Row) =>
		agencyName === null ? t.nation : [agencyName, unitName].filter(Boolean).join(", ");
	const endButton = ({ id }: Row) => (
		<form method="post">
			<input type="hidden" name="intent" value="end" />
			<Button kind="link" name="grant" value={id}>
				{end}
			</Button>
		</form>
	);
	return (
		<DataTable
			caption={caption}
			rows={rows}
			rowKey={({ id }) => id}
			columns={[
				{ key: "name", label: t.holder, rowHeader: true, cell: ({ name }) => name },
				{
					key: "role",
					label: t.role,
					cell: ({ role, lentFromId }) => `${a[`role.${role}`]}${lentFromId ? ` (${t.lent})` : ""}`,
				},
				{ key: "scope", label: t.scope, cell: scope },
				{ key: "time", label: t.time, cell: time },
				...(end ? [{ key: "end", label: t.action, cell: endButton }] : []),
			]}
		/>
	);
}

function useTime() {
	const t = useMessages(roleMessages);
	const { lang, timeZone } = useFrame();
	const day = (at: number) => formatDate(at, lang, timeZone);
	return ({ from, till }: Pick<Row, "from" | "till">) => {
		// The last day counts whole; the time ends with it.
		const last = till === null ? null : day(till - 1);
		if (from !== null && last !== null) return t.span(day(from), last);
		if (last !== null) return t.until(last);
		return from === null ? t.always : t.since(day(from));
	};
}
