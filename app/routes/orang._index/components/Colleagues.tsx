import { peopleMessages } from "#app/i18n/messages/people.ts";
import { fullName } from "#app/people/names.ts";
import { useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Employment } from "#db/schema/people.ts";

type Row = {
	personId: string;
	name: string;
	titleBefore: string;
	titleAfter: string;
	unitName: string | null;
	employment: Employment;
	position: string;
};

export function Colleagues({ rows }: { rows: Row[] }) {
	const t = useMessages(peopleMessages);
	return (
		<DataTable
			caption={t.title}
			rows={rows}
			rowKey={({ personId }) => personId}
			columns={[
				{
					key: "name",
					label: t.name,
					rowHeader: true,
					cell: (row) => <a href={`/orang/${row.personId}`}>{fullName(row)}</a>,
				},
				{ key: "unit", label: t.unit, cell: ({ unitName }) => unitName ?? t.noUnit },
				{ key: "position", label: t.position, cell: ({ position }) => position },
				{ key: "employment", label: t.employment, cell: ({ employment }) => t[`employment.${employment}`] },
			]}
		/>
	);
}
