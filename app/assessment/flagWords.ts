import type { Language } from "../i18n/language.ts";
import { itemStatisticsMessages } from "../i18n/messages/itemStatistics.ts";
import type { Flag } from "./itemFlags.ts";

/** What is noticeable, and why, in words. */
export function flagWords({ kind, options }: Flag, language: Language): { label: string; why: string } {
	const t = itemStatisticsMessages[language];
	const named = options.map((text) => `“${text}”`).join(", ");
	const why = t[`why.${kind}`];
	return { label: t[`flag.${kind}`], why: typeof why === "string" ? why : why(named) };
}
