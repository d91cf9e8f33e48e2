import { formatDate } from "#app/i18n/format.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import type { Home } from "../home.server.ts";

export function Certificates({ certificates }: { certificates: Home["certificates"] }) {
	const t = useMessages(learningMessages);
	const { lang, timeZone } = useFrame();
	return (
		<section>
			<h2>{t.certificates}</h2>
			{certificates.length === 0 ? <p className="quiet">{t.noCertificates}</p> : null}
			<ul className="plain-list">
				{certificates.map(({ id, title, number, jp, issuedAt, validUntil, state }) => (
					<li key={id}>
						<a href={`/sertifikat/${id}`}>{title}</a>{" "}
						{state === "revoked" ? <Badge tone="bad">{t.revoked}</Badge> : null}
						{state === "expired" ? <Badge tone="warm">{t.expired}</Badge> : null}
						<p className="quiet">
							{number} · {t.hours(String(jp))} · {formatDate(issuedAt, lang, timeZone)}
							{validUntil
								? ` · ${t.validUntil(formatDate(Date.parse(`${validUntil}T00:00:00Z`), lang, "UTC"))}`
								: null}
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
