import type { Language } from "../i18n/language.ts";
import { mdxMessages } from "../i18n/messages/mdx.ts";

/** What is wrong with a lesson's text, where, and how to mend it. */
export type LessonFinding = {
	code: FindingCode;
	line: number | null;
	message: Record<Language, string>;
	mend: Record<Language, string>;
};

const codes = [
	"import",
	"export",
	"expression",
	"spread",
	"attribute-expression",
	"element",
	"fragment",
	"attribute",
	"attribute-twice",
	"event",
	"attribute-missing",
	"attribute-value",
	"placement",
	"address",
	"front-matter",
	"invisible",
	"too-large",
	"too-deep",
	"too-complex",
	"busy",
	"heading",
	"image",
	"alt",
	"duplicate-id",
	"no-correct",
	"one-correct",
	"choices",
	"few-options",
	"few-cases",
	"few-choices",
	"stray",
	"nested-question",
	"lesson-link",
	"media",
	"syntax",
] as const;
export type FindingCode = (typeof codes)[number];

/** A finding with its words in every language; `detail` names what it is about. */
export function lessonFinding(code: FindingCode, line: number | null, detail = ""): LessonFinding {
	const { id, en } = mdxMessages;
	return {
		code,
		line,
		message: { id: id[code](detail), en: en[code](detail) },
		mend: { id: id[`${code}.mend`], en: en[`${code}.mend`] },
	};
}
