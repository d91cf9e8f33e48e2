import { formatNumber } from "#app/i18n/format.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import type { AgencyJpRow } from "#app/records/jp/agencyJp.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

/** People with their hours of the year against their rule. */
export function Below({ rows }: { rows: AgencyJpRow[] }) {
	const t = useMessages(jpMessages);
	const p = useMessages(peopleMessages);
	const lang = useLang();
	const n = (value: number) => formatNumber(value, lang);
	return (
		<DataTable
			caption={t.agencyTitle}
			rows={rows}
			rowKey={({ personId }) => personId}
			columns={[
				{
					key: "name",
					label: t.name,
					rowHeader: true,
					cell: ({ personId, name }) => <a href={`/orang/${personId}`}>{name}</a>,
				},
				{ key: "unit", label: t.unit, cell: ({ unitName }) => unitName ?? t.noUnit },
				{ key: "employment", label: t.employment, cell: ({ employment }) => p[`employment.${employment}`] },
				{ key: "earned", label: t["csv.earned"], numeric: true, cell: ({ earned }) => n(earned) },
				{
					key: "standing",
					label: t.counts,
					cell: ({ direction, ...row }) =>
						direction ? t.standing({ direction, ...row }, lang) : t["direction.none"],
				},
				{ key: "missing", label: t.missing, numeric: true, cell: ({ missing }) => n(missing) },
			]}
		/>
	);
}
