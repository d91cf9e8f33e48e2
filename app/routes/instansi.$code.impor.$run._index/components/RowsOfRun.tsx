import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import type { ShownRow } from "#app/people/roster/runView.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { EmptyState } from "#app/ui/Page.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { rosterOutcomes } from "#db/schema/rosterImports.ts";
import type { RowList, RunPage } from "../view.server.ts";
import { AllDoubts } from "./AllDoubts.tsx";
import { Doubt } from "./Doubt.tsx";

type Props = { page: RunPage; list: RowList; here: string; isOwn: boolean };
const shown = rosterOutcomes.filter((one) => one !== "same");

/** The rows of one kind, a page at a time, each with what would become of it and why. */
export function RowsOfRun({ page: { run }, list, here, isOwn }: Props) {
	const t = useMessages(rosterScreenMessages);
	const lang = useLang();
	const { outcome, rows, next, isFirst } = list;
	const title = t[`outcome.${outcome}`];
	const isForgotten = rows.length === 0 && isFirst && (run.counts[outcome] ?? 0) > 0;
	const address = (after: number | null) => `${here}?hasil=${outcome}${after ? `&setelah=${after}` : ""}`;
	const isOpen = run.state === "ready";
	return (
		<section>
			<nav className="actions" aria-label={t.show}>
				{shown.map((one) => (
					<a key={one} href={`${here}?hasil=${one}`} aria-current={one === outcome ? "true" : undefined}>
						{t[`outcome.${one}`]} ({formatNumber(run.counts[one] ?? 0, lang)})
					</a>
				))}
			</nav>
			<h2>{title}</h2>
			{outcome === "doubtful" && rows.length > 0 ? <p>{t.doubtLead}</p> : null}
			{outcome === "doubtful" && rows.length > 1 && isOpen ? (
				<AllDoubts rows={rows} to={address(null)} />
			) : null}
			{rows.length === 0 ? (
				<EmptyState>{isForgotten ? t.forgotten : t.none}</EmptyState>
			) : (
				<DataTable
					caption={title}
					rows={rows}
					rowKey={({ position }) => String(position)}
					columns={columns(t, (row) => <Doubt row={row} to={address(null)} isOpen={isOpen} isOwn={isOwn} />)}
				/>
			)}
			<nav className="pager" aria-label={title}>
				{isFirst ? null : <a href={address(null)}>{t.firstPage}</a>}
				{next ? (
					<a rel="next" href={address(next)}>
						{t.next}
					</a>
				) : null}
			</nav>
		</section>
	);
}

function columns(
	t: (typeof rosterScreenMessages)["id"],
	doubt: (row: ShownRow) => ReactNode,
): Column<ShownRow>[] {
	return [
		{ key: "name", label: t.name, rowHeader: true, cell: ({ name }) => name || t.noName },
		{ key: "row", label: t.row, numeric: true, cell: ({ row }) => row ?? "–" },
		{
			key: "what",
			label: t.what,
			cell: (row) => (
				<>
					{row.reasons.map((reason) => (
						<p key={reason}>{reason}</p>
					))}
					{row.changes.length > 0 ? (
						<ul className="plain-list">
							{row.changes.map(({ field, before, after }) => (
								<li key={field}>
									{t[`field.${field}`]}
									{field === "absent" ? null : (
										<>
											: <del>{before || t.empty}</del> → <ins>{after || t.empty}</ins>
										</>
									)}
								</li>
							))}
						</ul>
					) : null}
					{doubt(row)}
				</>
			),
		},
	];
}
