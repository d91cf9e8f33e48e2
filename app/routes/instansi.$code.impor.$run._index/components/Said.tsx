import { formatMoment } from "#app/i18n/format.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { ButtonLink } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { RunPage } from "../view.server.ts";

/** What became of the run, and what hindered it. */
export function Said({ page: { run, touched, left }, again }: { page: RunPage; again: string }) {
	const t = useMessages(rosterScreenMessages);
	const { lang, timeZone } = useFrame();
	const { state, publishedAt } = run;
	if (state === "refused")
		return (
			<section className="outcome">
				<h2>{t.refusedTitle}</h2>
				<p>{run.problem}</p>
				<p>
					<ButtonLink to={again}>{t.again}</ButtonLink>
				</p>
			</section>
		);
	return (
		<>
			{state === "cancelled" ? <p>{t.cancelled}</p> : null}
			{state === "undone" ? <p>{t.undone}</p> : null}
			{state === "applied" && publishedAt ? (
				<p>{t.appliedLead(formatMoment(publishedAt, lang, timeZone))}</p>
			) : null}
			{touched.length > 0 ? (
				<section>
					<h2>{t.touchedTitle}</h2>
					<p>{t.touchedLead}</p>
					<DataTable
						caption={t.touchedTitle}
						rows={touched}
						rowKey={({ row, name, reason }) => `${row} ${name} ${reason}`}
						columns={[
							{ key: "name", label: t.name, rowHeader: true, cell: ({ name }) => name },
							{ key: "row", label: t.row, numeric: true, cell: ({ row }) => row ?? "–" },
							{ key: "reason", label: t.reason, cell: ({ reason }) => reason },
						]}
					/>
				</section>
			) : null}
			{left.length > 0 ? (
				<section>
					<h2>{t.leftTitle}</h2>
					<ul>
						{left.map(({ row, reason }) => (
							<li key={row}>
								{t.row} {row}: {reason}
							</li>
						))}
					</ul>
				</section>
			) : null}
		</>
	);
}
