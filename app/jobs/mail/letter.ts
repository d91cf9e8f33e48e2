import type { Language } from "../../i18n/language.ts";
import { mailMessages } from "../../i18n/messages/mail.ts";

/** A mail's text: to whom, what, and that nobody reads answers; `paragraphs` in the language of the person. */
export function letter(lang: Language, name: string, paragraphs: readonly string[]): string {
	const t = mailMessages[lang];
	return `${[t.greeting(name), ...paragraphs, t.signature, `-- \n${t.automatic}`].join("\n\n")}\n`;
}
