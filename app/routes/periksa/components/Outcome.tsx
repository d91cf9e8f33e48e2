import type { PublicCertificate } from "#app/certification/public.ts";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";

/** What a check says: valid, revoked, run out or unknown, in words before colour. */
export function Outcome({ outcome }: { outcome: PublicCertificate | { status: "unknown" } }) {
	const t = useMessages(certificationMessages);
	if (outcome.status === "unknown") {
		return (
			<section className="outcome bad" role="status">
				<h2>{t.unknown}</h2>
				<p>{t.unknownText}</p>
			</section>
		);
	}
	return <Known certificate={outcome} />;
}

function Known({ certificate }: { certificate: PublicCertificate }) {
	const t = useMessages(certificationMessages);
	const lang = useLang();
	const day = (iso: string) => formatDate(Date.parse(`${iso}T00:00:00Z`), lang, "UTC");
	const { status, revokedOn, revokedReason, startedOn, finishedOn, validUntil } = certificate;
	// A day that does not apply is "": only the words of this status are made.
	const [title, text] = {
		valid: () => [t.valid, t.validText],
		revoked: () => [t.revokedTitle, t.revokedWhy(day(revokedOn), revokedReason)],
		expired: () => [t.expiredTitle, t.expiredText(day(validUntil))],
	}[status]();
	const lines: [string, string][] = [
		[t.holder, certificate.name],
		[certificate.identifierKind === "NI_PPPK" ? t.niPppk : t.nip, certificate.maskedIdentifier],
		[t.course, certificate.courseTitle],
		[t.jp, formatNumber(certificate.jp, lang)],
		[t.dates, t.range(day(startedOn), day(finishedOn))],
		[t.issuer, certificate.issuerName],
		[t.numberLabel, certificate.number],
		[t.issuedLabel, day(certificate.issuedOn)],
		[t.validUntilLabel, validUntil && day(validUntil)],
	];
	return (
		<section className={status === "valid" ? "outcome good" : "outcome bad"} role="status">
			<h2>{title}</h2>
			<p>{text}</p>
			<dl className="facts">
				{lines
					.filter(([, value]) => value)
					.flatMap(([term, value]) => [
						<dt key={`${term}-t`}>{term}</dt>,
						<dd key={`${term}-d`}>{value}</dd>,
					])}
			</dl>
		</section>
	);
}
