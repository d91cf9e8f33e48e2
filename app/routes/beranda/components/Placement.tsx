import { placementMessages } from "#app/i18n/messages/placement.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { Home } from "../home.server.ts";

/** The way to placement, to its open sitting, or to its result. */
export function Placement({ placement }: { placement: Home["placement"] }) {
	const t = useMessages(placementMessages);
	return (
		<section>
			<h2>{t.title}</h2>
			{placement === "open" ? <p>{t.homeOpen}</p> : null}
			<p>
				{placement === "measured" ? (
					<a href="/asesmen/hasil">{t.seeResult}</a>
				) : (
					<a href="/asesmen">{placement === "open" ? t.homeResume : t.home}</a>
				)}
			</p>
		</section>
	);
}
