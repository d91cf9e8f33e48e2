import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { ReorganisationKind } from "#db/schema/reorganisations.ts";

/** What can be done with the unit, each with what it means. */
export function KindLinks({
	code,
	unitId,
	kinds,
}: {
	code: string;
	unitId: string;
	kinds: readonly ReorganisationKind[];
}) {
	const t = useMessages(agencyMessages);
	return (
		<ul className="prose">
			{kinds.map((kind) => (
				<li key={kind}>
					<a href={`/instansi/${code}/ubah?${new URLSearchParams({ unit: unitId, tindakan: kind })}`}>
						{t[`kind.${kind}`]}
					</a>
					<br />
					<span className="quiet">{t[`about.${kind}`]}</span>
				</li>
			))}
		</ul>
	);
}
