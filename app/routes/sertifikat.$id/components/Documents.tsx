import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button, ButtonLink } from "#app/ui/Page.tsx";

type State = "ready" | "missing" | "unprintable";
type Props = { id: string; code: string; documents: { indonesian: State; english: State }; letters: string };

/** The signed files of a certificate, or how to get them. */
export function Documents({ id, code, documents: { indonesian, english }, letters }: Props) {
	const t = useMessages(certificationMessages);
	const at = `/sertifikat/${id}/pdf`;
	const badge = `/sertifikat/${code}/badge`;
	return (
		<>
			<div className="no-print actions">
				{indonesian === "ready" ? <ButtonLink to={at}>{t.download}</ButtonLink> : null}
				{indonesian === "missing" ? <Ask at={at} lang="id" text={t.make} /> : null}
				{english === "ready" ? <a href={`${at}?bahasa=en`}>{t.downloadEnglish}</a> : null}
				{english === "missing" ? <Ask at={at} lang="en" text={t.makeEnglish} isSecond /> : null}
				{letters ? <p role="alert">{t.unprintable(letters)}</p> : null}
			</div>
			<p className="no-print">
				{t.badge}: <a href={`${badge}.png`}>PNG</a> <a href={`${badge}.svg`}>SVG</a>{" "}
				<a href={`${badge}.json`}>JSON</a>
				<span className="quiet"> {t.badgeNote}</span>
			</p>
		</>
	);
}

function Ask({
	at,
	lang,
	text,
	isSecond,
}: {
	at: string;
	lang: "id" | "en";
	text: string;
	isSecond?: boolean;
}) {
	return (
		<form method="post" action={at}>
			<input type="hidden" name="lang" value={lang} />
			<Button kind={isSecond ? "link" : "plain"}>{text}</Button>
		</form>
	);
}
