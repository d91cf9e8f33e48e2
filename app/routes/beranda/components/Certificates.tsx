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
				{certificates.map(({ id, title, number, jp, issuedAt, isRevoked }) => (
					<li key={id}>
						<a href={`/sertifikat/${id}`}>{title}</a>{" "}
						{isRevoked ? <Badge tone="bad">{t.revoked}</Badge> : null}
						<p className="quiet">
							{number} · {t.hours(String(jp))} · {formatDate(issuedAt, lang, timeZone)}
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
