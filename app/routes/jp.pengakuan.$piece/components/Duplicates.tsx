import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import type { Duplicate } from "#app/records/elsewhere/duplicates.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";

/** What the piece may be the same as: read before deciding. Of others' nothing but that there is one. */
export function Duplicates({ duplicates }: { duplicates: Duplicate[] }) {
	const t = useMessages(elsewhereMessages);
	const rows = duplicates.map((one, at) => ({ ...one, key: `${at}` }));
	return (
		<section>
			<h2>{t.duplicates}</h2>
			{rows.length === 0 ? <p className="quiet">{t.noDuplicates}</p> : null}
			<ul className="plain-list">
				{rows.map(({ key, why, where, title, number, state }) => (
					<li key={key}>
						<Badge tone="warm">{t[`why.${why}`]}</Badge> {t[`where.${where}`]}
						{title ? `: ${title}` : ""} {number ? `(${number})` : ""}{" "}
						{state ? `· ${t[`state.${state}`]}` : ""}
					</li>
				))}
			</ul>
		</section>
	);
}
