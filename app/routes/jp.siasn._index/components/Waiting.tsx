import { siasnMessages } from "#app/i18n/messages/siasn.ts";
import { useMessages } from "#app/ui/context.tsx";

/** Whose hours cannot be exported yet. */
export function Waiting({ people, isMore }: { people: { id: string; name: string }[]; isMore: boolean }) {
	const t = useMessages(siasnMessages);
	return (
		<section className="prose">
			<h2>{t.waitingTitle}</h2>
			<p>{t.waitingText}</p>
			<ul>
				{people.map(({ id, name }) => (
					<li key={id}>
						<a href={`/orang/${id}`}>{name}</a>
					</li>
				))}
				{isMore ? <li>{t.more}</li> : null}
			</ul>
		</section>
	);
}
