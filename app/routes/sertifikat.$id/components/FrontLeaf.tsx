import { inWords } from "#app/certification/words.ts";
import { formatDate } from "#app/i18n/format.ts";
import { certificationMessages, formNames } from "#app/i18n/messages/certification.ts";
import { groupIdentifier } from "#app/people/nip.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import type { CertificatePrint } from "#db/schema/certification.ts";

type Shown = {
	code: string;
	number: string;
	qr: string;
	print: CertificatePrint;
	/** ISO day; null: it does not run out. */
	validUntil: string | null;
	/** The number of the one that it replaces; "" for none. */
	replaces: string;
};

/** The first sheet: who, what, how many hours, from whom, and how to check it. */
export function FrontLeaf({
	certificate: { code, number, qr, print, validUntil, replaces },
}: {
	certificate: Shown;
}) {
	const t = useMessages(certificationMessages);
	const lang = useLang();
	const day = (iso: string) => formatDate(Date.parse(`${iso}T00:00:00Z`), lang, "UTC");
	return (
		<article className="leaf">
			{print.logo ? (
				<img
					className="leaf-logo"
					src={`/sertifikat/logo/${print.logo.hash}`}
					alt={`Logo ${print.unitName ?? print.issuerName}`}
				/>
			) : null}
			<p className="leaf-issuer">{print.issuerName}</p>
			{print.unitName ? <p>{print.unitName}</p> : null}
			<h1>{t.heading}</h1>
			<p className="leaf-number">{t.number(number)}</p>
			{replaces ? <p className="quiet">{t.replaces(replaces)}</p> : null}
			<p>{t.givenTo}</p>
			<p className="leaf-name">{print.name}</p>
			<Holder print={print} />
			<p>{t.statement(String(print.score))}</p>
			<p className="leaf-course">{print.courseTitle}</p>
			<p>{t.form(formNames[print.form] ?? "", day(print.startedOn), day(print.finishedOn))}</p>
			<p className="leaf-hours">{t.hours(String(print.jp), inWords(print.jp))}</p>
			<div className="leaf-foot">
				<div>
					<img src={qr} alt={t.qrAlt} width="132" height="132" />
					<p className="leaf-code">
						{t.verifyHere} <strong>{code}</strong>
					</p>
				</div>
				<div className="leaf-sign">
					<p>{t.issued(day(print.issuedOn))}</p>
					{validUntil ? <p>{t.validUntil(day(validUntil))}</p> : null}
					<p>{print.signatory.position}</p>
					<p className="leaf-signatory">{print.signatory.name}</p>
				</div>
			</div>
		</article>
	);
}

function Holder({ print }: { print: CertificatePrint }) {
	const t = useMessages(certificationMessages);
	const label = print.identifierKind === "NI_PPPK" ? t.niPppk : t.nip;
	const lines: [string, string][] = [
		[label, print.identifier && groupIdentifier(print.identifier)],
		[t.grade, print.grade],
		[t.position, print.position],
		[t.agency, print.agencyName],
	];
	return (
		<dl className="facts leaf-holder">
			{lines
				.filter(([, value]) => value)
				.map(([term, value]) => (
					<div key={term} className="pair">
						<dt>{term}</dt>
						<dd>{value}</dd>
					</div>
				))}
		</dl>
	);
}
