import { type CourseFacts, courseFacts } from "../catalog/courseFacts.ts";
import type { Finding } from "../catalog/finding.ts";
import { issueWords } from "../i18n/issueWords.ts";
import type { Language } from "../i18n/language.ts";
import { catalogMessages } from "../i18n/messages/catalog.ts";
import { factName } from "./fieldNames.ts";

/** A draft's facts: the shape of a course's, not yet checked. */
export type DraftFacts = CourseFacts;

/** What a new course begins with: sound values where there are some, empty ones where only its author knows. */
export function emptyFacts(slug: string, title: string, author: string, today: string): DraftFacts {
	return {
		slug,
		title,
		summary: "",
		outcomes: [],
		level: 1,
		competences: [],
		jp: 1,
		jpCalculation: [{ subject: title, minutes: 45, jp: 1 }],
		form: 16,
		authors: [author],
		reviewedOn: today,
		audience: "agency",
		signatory: { name: "", position: "" },
		exam: { durationMinutes: 30, passMark: 70, attempts: 3, waitHours: 24, feedback: "full", blueprint: [] },
		sources: [],
	};
}

/** What is missing or wrong in a draft's facts. */
export function factsFindings(facts: DraftFacts): Finding[] {
	const parsed = courseFacts.safeParse(facts);
	if (parsed.success) return [];
	return parsed.error.issues.map((issue) => {
		const words = (lang: Language) =>
			catalogMessages[lang].field(factName(issue.path, lang), issueWords(issue, lang));
		const mend = { id: catalogMessages.id.fieldMend, en: catalogMessages.en.fieldMend };
		return { code: "field", where: null, line: null, message: { id: words("id"), en: words("en") }, mend };
	});
}

/** How an author writes that a cell is drawn from the national bank. */
const NATIONAL = "nasional";

const lines = (text: string) =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);
const cells = (line: string) => line.split("|").map((cell) => cell.trim());
const whole = (text: string | undefined) => Math.trunc(Number(text ?? "")) || 0;

/** The facts as the studio's form holds them: lists are lines, and their parts stand between bars. */
export function factsToForm(facts: DraftFacts) {
	const { exam } = facts;
	return {
		title: facts.title,
		summary: facts.summary,
		outcomes: facts.outcomes.join("\n"),
		level: String(facts.level),
		competences: facts.competences.map(({ code, level }) => `${code} | ${level}`).join("\n"),
		jp: String(facts.jp),
		jpCalculation: facts.jpCalculation
			.map(({ subject, minutes, jp }) => `${subject} | ${minutes} | ${jp}`)
			.join("\n"),
		authors: facts.authors.join("\n"),
		reviewedOn: facts.reviewedOn,
		audience: facts.audience,
		signatoryName: facts.signatory.name,
		signatoryPosition: facts.signatory.position,
		durationMinutes: String(exam.durationMinutes),
		passMark: String(exam.passMark),
		attempts: String(exam.attempts),
		waitHours: String(exam.waitHours),
		feedback: exam.feedback,
		secondMarker: exam.secondMarker ? "yes" : "no",
		validityMonths: facts.validity ? String(facts.validity.months) : "",
		renewal: facts.validity?.renewal ?? "difference",
		blueprint: exam.blueprint
			.map(({ competence, level, count, from }) =>
				[competence, level, count, ...(from === "national" ? [NATIONAL] : [])].join(" | "),
			)
			.join("\n"),
	};
}
export type FactsForm = ReturnType<typeof factsToForm>;

/** The form read back; what cannot be read is kept as it is nearest to, for the gate to find. */
export function factsFromForm(before: DraftFacts, form: FactsForm): DraftFacts {
	return {
		...before,
		title: form.title,
		summary: form.summary,
		outcomes: lines(form.outcomes),
		level: whole(form.level),
		competences: lines(form.competences)
			.map(cells)
			.map(([code = "", level]) => ({ code, level: whole(level) })),
		jp: whole(form.jp),
		jpCalculation: lines(form.jpCalculation)
			.map(cells)
			.map(([subject = "", minutes, jp]) => ({ subject, minutes: whole(minutes), jp: whole(jp) })),
		authors: lines(form.authors),
		reviewedOn: form.reviewedOn,
		audience: form.audience === "all" ? "all" : "agency",
		signatory: { name: form.signatoryName, position: form.signatoryPosition },
		validity: form.validityMonths.trim()
			? { months: whole(form.validityMonths), renewal: form.renewal === "whole" ? "whole" : "difference" }
			: undefined,
		exam: {
			durationMinutes: whole(form.durationMinutes),
			passMark: whole(form.passMark),
			attempts: whole(form.attempts),
			waitHours: whole(form.waitHours),
			feedback: form.feedback === "competence" ? "competence" : "full",
			...(form.secondMarker === "yes" ? { secondMarker: true } : {}),
			blueprint: lines(form.blueprint)
				.map(cells)
				.map(([competence = "", level, count, from]) => ({
					competence,
					level: whole(level),
					count: whole(count),
					...(from ? { from: "national" as const } : {}),
				})),
		},
	};
}
