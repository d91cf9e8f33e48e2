import { personActMessages } from "#app/i18n/messages/personActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { PersonActKind } from "#db/schema/personActs.ts";

/** What can be changed of a person, each with what it means. */
export function KindLinks({ personId, kinds }: { personId: string; kinds: readonly PersonActKind[] }) {
	const t = useMessages(personActMessages);
	return (
		<ul className="prose">
			{kinds.map((kind) => (
				<li key={kind}>
					<a href={`/orang/${personId}/ubah?tindakan=${kind}`}>{t[`kind.${kind}`]}</a>
					<br />
					<span className="quiet">{t[`about.${kind}`]}</span>
				</li>
			))}
		</ul>
	);
}
