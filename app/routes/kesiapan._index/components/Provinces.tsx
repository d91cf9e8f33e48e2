import { formatMonth } from "#app/i18n/format.ts";
import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { type ListState, listAddress } from "#app/readiness/listState.ts";
import type { Figures } from "#app/readiness/suppress.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ProvinceMap } from "./ProvinceMap.tsx";
import { FigureText } from "./Values.tsx";

type Line = { code: string; name: string; tileColumn: number; tileRow: number; figures: Figures | null };

/** The measure by province: a map, and beside it the same as a table. Both filter the list below. */
export function Provinces({ provinces, state }: { provinces: readonly Line[]; state: ListState }) {
	const t = useMessages(readinessMessages);
	const lang = useLang();
	const to = (province: string) => `${listAddress({ ...state, province, page: 1 })}#instansi`;
	const measure = t[state.measure];
	const figureOf = ({ figures }: Line) => figures?.[state.measure] ?? null;
	return (
		<section aria-labelledby="peta">
			<h2 id="peta">{t.map}</h2>
			<p className="prose">{t.mapAbout(measure)}</p>
			<div className="map-and-table">
				<ProvinceMap
					provinces={provinces.map((province) => ({ ...province, figure: figureOf(province) }))}
					label={t.mapLabel(measure, formatMonth(state.month, lang))}
					chosen={state.province}
					to={to}
				/>
				<DataTable
					caption={t.provinceTable(measure)}
					columns={[
						{
							key: "name",
							label: t.province,
							rowHeader: true,
							cell: (line) => <a href={to(line.code)}>{line.name}</a>,
						},
						{
							key: "value",
							label: measure,
							numeric: true,
							cell: (line) => <FigureText figure={figureOf(line)} />,
						},
					]}
					rows={provinces}
					rowKey={(line) => line.code}
				/>
			</div>
		</section>
	);
}
