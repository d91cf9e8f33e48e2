import { studioMessages } from "#app/i18n/messages/studio.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";

type State = "draft" | "submitted" | "returned" | "published" | "discarded";
type Props = { drafts: { id: string; state: State; title: string; agencyName: string }[] };

export function Drafts({ drafts }: Props) {
	const t = useMessages(studioMessages);
	return (
		<section>
			<h2>{t.open}</h2>
			{drafts.length === 0 ? <p className="quiet">{t.noOpen}</p> : null}
			<ul className="plain-list">
				{drafts.map(({ id, state, title, agencyName }) => (
					<li key={id}>
						<a href={`/studio/${id}`}>{title}</a>{" "}
						<Badge tone={state === "returned" ? "warm" : "plain"}>{t[`state.${state}`]}</Badge>
						<p className="quiet">{agencyName}</p>
					</li>
				))}
			</ul>
		</section>
	);
}
