import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useMessages } from "#app/ui/context.tsx";

type Hindrance = {
	kind: "unit" | "person" | "agency";
	id: string;
	/** null: a person whose name this viewer may not see. */
	name: string | null;
	why: "changed" | "no-place" | "loop" | "code-taken";
};

/** What newer change keeps the act from being undone. */
export function Hindrances({ hindrances }: { hindrances: readonly Hindrance[] }) {
	const t = useMessages(agencyMessages);
	if (hindrances.length === 0) return null;
	return (
		<section>
			<h2>{t.hinderedHead}</h2>
			<p>{t.hinderedLead}</p>
			<ul>
				{hindrances.map(({ kind, id, name, why }) => (
					<li key={id}>
						{name === null ? t.somePerson : kind === "person" ? <a href={`/orang/${id}`}>{name}</a> : name}:{" "}
						{t[`why.${kind}.${why}`]}
					</li>
				))}
			</ul>
		</section>
	);
}
