import type { PublicCertificate } from "#app/certification/public.ts";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";

type Refused = "unknown" | "unknown-hash" | "changed" | "orphan" | "foreign" | "unsigned" | "no-pdf";
type Checked = (PublicCertificate & { isFile: boolean }) | { status: Refused };

/** What a check says of a code or a file, in words before colour. */
export function Outcome({ outcome }: { outcome: Checked }) {
	const t = useMessages(certificationMessages);
	if ("number" in outcome) return <Known certificate={outcome} />;
	const [title, text] = {
		unknown: [t.unknown, t.unknownText],
		"unknown-hash": [t.unknownHashTitle, t.unknownHashText],
		changed: [t.changedTitle, t.changedText],
		orphan: [t.orphanTitle, t.orphanText],
		foreign: [t.foreignTitle, t.foreignText],
		unsigned: [t.unsignedTitle, t.unsignedText],
		"no-pdf": [t.noPdfTitle, t.noPdfText],
	}[outcome.status];
	return (
		<section className={outcome.status === "orphan" ? "outcome" : "outcome bad"} role="status">
			<h2>{title}</h2>
			<p>{text}</p>
		</section>
	);
}

function Known({ certificate }: { certificate: PublicCertificate & { isFile: boolean } }) {
	const t = useMessages(certificationMessages);
	const lang = useLang();
	const day = (iso: string) => formatDate(Date.parse(`${iso}T00:00:00Z`), lang, "UTC");
	const { status, revokedOn, revokedReason, startedOn, finishedOn, validUntil } = certificate;
	// A day that does not apply is "": only the words of this status are made.
	const [title, text] = {
		valid: () => [t.valid, t.validText],
		revoked: () => [t.revokedTitle, t.revokedWhy(day(revokedOn), revokedReason)],
		replaced: () => [t.replacedTitle, t.replacedText(day(revokedOn), certificate.replacedBy, revokedReason)],
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
			{certificate.isFile ? (
				<p>
					<strong>{t.genuineTitle}.</strong> {t.genuineText}
				</p>
			) : null}
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
