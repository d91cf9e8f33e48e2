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
	agencyName: string;
	unitName: string | null;
	employment: Employment;
	position: string;
};

export function Colleagues({ rows, isNational }: { rows: Row[]; isNational: boolean }) {
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
				...(isNational
					? [{ key: "agency", label: t.agency, cell: ({ agencyName }: Row) => agencyName }]
					: []),
				{ key: "unit", label: t.unit, cell: ({ unitName }) => unitName ?? t.noUnit },
				{ key: "position", label: t.position, cell: ({ position }) => position },
				{ key: "employment", label: t.employment, cell: ({ employment }) => t[`employment.${employment}`] },
			]}
		/>
	);
}
