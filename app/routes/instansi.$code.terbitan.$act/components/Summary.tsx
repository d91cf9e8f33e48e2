import type { ActSummary } from "#app/certification/acts/view.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import type { CertificateActKind, CertificateActState } from "#db/schema/certificateActs.ts";

type Props = { kind: CertificateActKind; state: CertificateActState; summary: ActSummary };

/** What it does or did in one sentence, and what it leaves and why. */
export function Summary({ kind, state, summary: { met, people, jp, left } }: Props) {
	const t = useMessages(certificateActMessages);
	const lang = useLang();
	const n = (value: number) => formatNumber(value, lang);
	const words = state === "done" ? t[`done.${kind}`] : t[`ahead.${kind}`];
	return (
		<section>
			{met > 0 && state !== "discarded" ? (
				<p>
					<strong>{words(n(met), n(people), n(jp))}</strong>
				</p>
			) : null}
			{left.length > 0 ? (
				<>
					<h2>{t.leftTitle}</h2>
					<ul>
						{left.map((one) => (
							<li key={one.fault}>
								{n(one.n)}: {t[`fault.${one.fault}`]}
							</li>
						))}
					</ul>
				</>
			) : null}
		</section>
	);
}
