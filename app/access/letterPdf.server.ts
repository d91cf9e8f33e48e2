import { formatDate } from "../i18n/format.ts";
import { accountKeyMessages } from "../i18n/messages/accountKeys.ts";
import { fullName } from "../people/names.ts";
import { finishedPdf, newPdf, type Pdf } from "../ui/pdf/document.server.ts";
import { lifeOf } from "./accountKey.ts";
import type { Letter } from "./inviteMany.server.ts";

type Sender = { agencyName: string; origin: string; lang: "id" | "en"; now: number };
export type LetterTask = { letters: readonly Letter[]; sender: Sender };

/** One PDF with a page for each letter, in the language of its reader. No number is on it: code and NIP open together. */
export function lettersPdf(letters: readonly Letter[], sender: Sender): Promise<Buffer> {
	const t = accountKeyMessages[sender.lang];
	const pdf = newPdf({ title: `${t.letters} · ${sender.agencyName}`, lang: sender.lang });
	for (const letter of letters) page(pdf, letter, sender);
	return finishedPdf(pdf);
}

function page(pdf: Pdf, letter: Letter, { agencyName, origin, now }: Sender): void {
	const { lang, code, unitName } = letter;
	const t = accountKeyMessages[lang];
	const until = formatDate(now + lifeOf.letter, lang, "Asia/Jakarta");
	pdf.addPage();
	const section = pdf.struct("Sect", { lang: lang === "id" ? "id-ID" : "en-GB" });
	pdf.addStructure(section);
	const write = (kind: "P" | "H1", text: string, font: "regular" | "bold", size: number, gap: number) => {
		section.add(
			pdf.struct(kind, {}, () => {
				pdf.font(font).fontSize(size).text(text, { lineGap: 2 });
				pdf.y += gap;
			}),
		);
	};
	write("P", agencyName, "regular", 11, 24);
	write("P", formatDate(now, lang, "Asia/Jakarta"), "regular", 11, 12);
	write("P", t.addressee(fullName(letter)), "bold", 12, 0);
	write("P", unitName ?? "", "regular", 11, 24);
	write("H1", t.letterTitle, "bold", 16, 10);
	write("P", t.letterText(agencyName), "regular", 11, 10);
	write("P", t.letterSteps(`${origin}/aktivasi`), "regular", 11, 14);
	write("P", code, "bold", 20, 14);
	write("P", t.letterLife(until), "regular", 11, 10);
	write("P", t.letterNote, "regular", 11, 0);
	section.end();
}
