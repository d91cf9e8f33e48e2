import type { z } from "zod";
import { issueWords } from "../i18n/issueWords.ts";
import type { Language } from "../i18n/language.ts";
import { catalogMessages } from "../i18n/messages/catalog.ts";
import type { Cell } from "./blueprint.ts";

/** What is wrong with a course, where, and how to mend it, in both languages. */
export type Finding = {
	code: string;
	/** Lesson, item or file that it is about; null: the course. */
	where: string | null;
	line: number | null;
	message: Record<Language, string>;
	mend: Record<Language, string>;
};

type Words = (typeof catalogMessages)["id"];
type Pick = (t: Words) => { message: string; mend: string };

/** A finding with its words taken from the catalogue in every language. */
export function finding(
	code: string,
	pick: Pick,
	where: string | null = null,
	line: number | null = null,
): Finding {
	const [id, en] = [pick(catalogMessages.id), pick(catalogMessages.en)];
	return {
		code,
		where,
		line,
		message: { id: id.message, en: en.message },
		mend: { id: id.mend, en: en.mend },
	};
}

/** A value of a file that does not fit; `prefix` stands before its path, e.g. an item's code. */
export function fieldFinding(code: string, issue: z.core.$ZodIssue, prefix: string, where: string): Finding {
	const name = prefix + issue.path.join(".");
	const message = (lang: Language) => catalogMessages[lang].field(name, issueWords(issue, lang));
	const made = finding(code, (t) => ({ message: "", mend: t.fieldMend }), where);
	return { ...made, message: { id: message("id"), en: message("en") } };
}

export const defineFindings = {
	noLesson: () => finding("no-lesson", (t) => ({ message: t.noLesson, mend: t.noLessonMend })),
	jpSum: (sum: number, jp: number) =>
		finding("jp-sum", (t) => ({ message: t.jpSum(String(sum), String(jp)), mend: t.jpSumMend })),
	jpLine: (subject: string, minutes: number, jp: number) =>
		finding("jp-line", (t) => ({
			message: t.jpLine(subject, String(minutes), String(jp)),
			mend: t.jpLineMend,
		})),
	bankTooSmall: ({ competence, level, from }: Cell, held: number, wanted: number) =>
		finding("bank-too-small", (t) => {
			const words = [competence, String(level), String(held), String(wanted)] as const;
			return from === "national"
				? { message: t.nationalTooSmall(...words), mend: t.nationalTooSmallMend }
				: { message: t.bankTooSmall(...words), mend: t.bankTooSmallMend };
		}),
	fewPrototypes: ({ competence, level }: Cell, families: number, wanted: number) =>
		finding("few-prototypes", (t) => ({
			message: t.fewPrototypes(competence, String(level), String(families), String(wanted)),
			mend: t.prototypesMend,
		})),
	sharedPrototypes: ({ competence, level }: Cell, wanted: number) =>
		finding("shared-prototypes", (t) => ({
			message: t.sharedPrototypes(competence, String(level), String(wanted)),
			mend: t.prototypesMend,
		})),
	noPicture: (item: string, image: string) =>
		finding("no-picture", (t) => ({ message: t.noPicture(item, image), mend: t.noPictureMend }), item),
	untaught: (competence: string) =>
		finding("untaught", (t) => ({ message: t.untaught(competence), mend: t.untaughtMend })),
};
