import { placeForSignature } from "../../certification/signing/signaturePlace.ts";
import { formatDay, formatMoment, formatNumber } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { jpMessages } from "../../i18n/messages/jp.ts";
import { finishedPdf, newPdf, type Pdf } from "../../ui/pdf/document.server.ts";
import type { OwnJp } from "./ownJp.server.ts";

export type Holder = {
	name: string;
	agencyName: string;
	lang: Language;
	timeZone: string;
	now: number;
	/** Whether it is to be signed: then it has a place for a signature, and says so. */
	isSigned: boolean;
};

export type StatementTask = { jp: OwnJp; holder: Holder };

/** A year of somebody's hours as a tagged PDF in their language; no number of the person is on it. */
export function statementPdf(jp: OwnJp, holder: Holder): Promise<Buffer> {
	const { name, agencyName, lang, timeZone, now, isSigned } = holder;
	const t = jpMessages[lang];
	const title = t.statementTitle(String(jp.year));
	const at = new Date(now);
	const pdf = newPdf({ title, lang, at });
	pdf.addPage();
	const write = writer(pdf, lang);
	write("P", agencyName, "regular", 11, 20);
	write("H1", title, "bold", 16, 10);
	write("P", t.statementText(name, agencyName), "regular", 11, 12);
	for (const period of jp.periods) {
		const span = t.span(formatDay(period.from, lang), formatDay(period.to, lang));
		const kind = `${period.direction === "floor" ? t.floor : t.cap}: ${period.employments.join(", ")}`;
		write("P", `${kind} · ${span}`, "bold", 11, 2);
		const excess = period.excess > 0 ? ` · ${t.excess(formatNumber(period.excess, lang))}` : "";
		write("P", `${t.standing(period, lang)}${excess}`, "regular", 11, 10);
	}
	write("H2", t.entries, "bold", 13, 8);
	if (jp.items.length === 0) write("P", t.noEntries, "regular", 11, 10);
	for (const item of jp.items) write("P", lineOf(item, lang), "regular", 10, 5);
	write("P", `${t.total}: ${formatNumber(jp.earned, lang)} ${t.jp}`, "bold", 11, 20);
	write("P", t.statementMade(formatMoment(now, lang, timeZone)), "regular", 9, 4);
	write("P", isSigned ? t.statementSigned : t.statementUnsigned, "regular", 9, 0);
	if (isSigned) placeForSignature(pdf, { name: agencyName, at });
	return finishedPdf(pdf);
}

function writer(pdf: Pdf, lang: Language) {
	const section = pdf.struct("Sect", { lang: lang === "id" ? "id-ID" : "en-GB" });
	pdf.addStructure(section);
	return (kind: "P" | "H1" | "H2", text: string, font: "regular" | "bold", size: number, gap: number) => {
		// Each paragraph begins on the page on which it is written, so that its marks close there.
		if (pdf.y > pdf.page.height - 110) pdf.addPage();
		section.add(
			pdf.struct(kind, {}, () => {
				pdf.font(font).fontSize(size).text(text, { lineGap: 2 });
				pdf.y += gap;
			}),
		);
	};
}

function lineOf({ of, day, jp, counted, why, isElsewhere }: OwnJp["items"][number], lang: Language): string {
	const t = jpMessages[lang];
	const note = why ? t[`why.${why}`] : null;
	return [
		formatDay(day, lang),
		of?.title ?? t.unknown,
		of?.issuer,
		of?.number,
		`${formatNumber(jp, lang)} ${t.jp}`,
		`${t.counts}: ${formatNumber(counted, lang)}`,
		note,
		isElsewhere ? t.isElsewhere : null,
	]
		.filter(Boolean)
		.join(" · ");
}
