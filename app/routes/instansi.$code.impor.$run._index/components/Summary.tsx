import { formatNumber } from "#app/i18n/format.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { rosterOutcomes } from "#db/schema/rosterImports.ts";
import type { RunPage } from "../view.server.ts";

/** How many rows of each kind there are, and what is to be known of the file as a whole. */
export function Summary({ page: { run, facts }, here }: { page: RunPage; here: string }) {
	const t = useMessages(rosterScreenMessages);
	const lang = useLang();
	const figures = [...rosterOutcomes, "restored" as const].map((name) => ({
		name,
		label: name === "restored" ? t.restored : t[`outcome.${name}`],
		n: formatNumber(run.counts[name] ?? 0, lang),
	}));
	return (
		<section>
			<h2>{t.summary}</h2>
			<dl className="facts">
				{figures.flatMap(({ name, label, n }) => [
					<dt key={name}>{label}</dt>,
					<dd key={`${name} n`}>{n}</dd>,
				])}
			</dl>
			{(run.counts.refused ?? 0) > 0 ? (
				<p>
					{t.download}: <a href={`${here}/ditolak?format=xlsx`}>{t.asXlsx}</a> ·{" "}
					<a href={`${here}/ditolak?format=csv`}>{t.asCsv}</a>. {t.downloadHint}
				</p>
			) : null}
			{facts && facts.notes.length > 0 ? (
				<>
					<h3>{t.notes}</h3>
					<ul>
						{facts.notes.map(({ text, rows }) => (
							<li key={text}>
								{text}
								{rows.length > 0 ? ` (${t.rowsAt(rows.join(", "))})` : ""}
							</li>
						))}
					</ul>
				</>
			) : null}
		</section>
	);
}
