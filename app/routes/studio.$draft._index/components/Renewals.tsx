import { formatNumber } from "#app/i18n/format.ts";
import { renewalMessages } from "#app/i18n/messages/renewal.ts";
import type { RenewalAhead } from "#app/studio/renewalsAhead.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";

/** What publishing the draft would ask of those whose certificates run out. */
export function Renewals({ ahead }: { ahead: RenewalAhead[] }) {
	const t = useMessages(renewalMessages);
	const lang = useLang();
	if (ahead.length === 0) return null;
	const n = (value: number) => formatNumber(value, lang);
	const said = ({ people, difference, whole }: RenewalAhead) =>
		difference
			? t.authorPart(n(people), n(difference.lessons), n(difference.items), n(whole.lessons), n(whole.items))
			: t.authorWhole(n(people), n(whole.lessons), n(whole.items));
	return (
		<section>
			<h2>{t.authorTitle}</h2>
			<p>{t.authorLead}</p>
			<ul>
				{ahead.map((one) => (
					<li key={one.number}>
						{t.authorVersion(String(one.number))}: {said(one)}
					</li>
				))}
			</ul>
		</section>
	);
}
