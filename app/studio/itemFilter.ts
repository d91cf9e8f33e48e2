import type { Item } from "../assessment/item.ts";
import { fold } from "../catalog/searchText.ts";

const risks = ["", "low", "medium", "high"] as const;
export type Risk = (typeof risks)[number];

/** What a bank's list is narrowed to; null: not by this. */
export type ItemFilter = {
	competence: string | null;
	level: number | null;
	/** "": items whose risk nobody judged. */
	risk: Risk | null;
	text: string;
};

/** The filter that an address asks for; what is no value of a field does not narrow. */
export function itemFilterOf(params: URLSearchParams): ItemFilter {
	const competence = params.get("kompetensi");
	const level = Number(params.get("jenjang"));
	const risk = risks.find((one) => (one || "belum") === params.get("risiko"));
	return {
		competence: competence && /^D\d\.\d$/.test(competence) ? competence : null,
		level: [1, 2, 3, 4].includes(level) ? level : null,
		risk: risk ?? null,
		text: (params.get("cari") ?? "").slice(0, 100),
	};
}

/** Whether an item is what the filter asks for: every word of its text somewhere in code, question, source or prototype. */
export function matchesFilter(item: Item, { competence, level, risk, text }: ItemFilter): boolean {
	const { code, stem, source = "", prototype = "" } = item;
	const said = fold([code, stem, source, prototype].join(" "));
	return (
		(competence === null || item.competence === competence) &&
		(level === null || item.level === level) &&
		(risk === null || (item.leakRisk ?? "") === risk) &&
		fold(text)
			.split(" ")
			.every((word) => said.includes(word))
	);
}

/** An author's difficulty in logits as one of five steps, -2 (very easy) to 2 (very hard). */
export function difficultyStep(difficulty: number): -2 | -1 | 0 | 1 | 2 {
	if (difficulty <= -1.5) return -2;
	if (difficulty <= -0.5) return -1;
	if (difficulty < 0.5) return 0;
	return difficulty < 1.5 ? 1 : 2;
}
