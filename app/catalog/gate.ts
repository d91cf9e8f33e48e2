import { type BankItem, bankOf, type Candidate, coverageOf } from "./blueprint.ts";
import type { CourseFacts } from "./courseFacts.ts";
import { defineFindings, type Finding } from "./finding.ts";

const MINUTES_PER_JP = 45;

type Subject = {
	facts: CourseFacts;
	lessons: readonly { slug: string }[];
	items: readonly BankItem[];
	/** Of the national bank; left out when the blueprint draws nothing from it. */
	nationalItems?: readonly BankItem[];
};

/** What stands between a course and its publication, apart from its lessons' text. Empty: nothing. */
export function courseFindings({ facts, lessons, items, nationalItems }: Subject): Finding[] {
	const bank = bankOf(items, nationalItems);
	return [...lessonFindings(lessons), ...hourFindings(facts), ...bankFindings(facts, bank)];
}

function lessonFindings(lessons: Subject["lessons"]): Finding[] {
	return lessons.length === 0 ? [defineFindings.noLesson()] : [];
}

/** Hours are declared by the author and must follow from the calculation beside them: 1 JP is 45 minutes. */
function hourFindings({ jp, jpCalculation }: CourseFacts): Finding[] {
	const sum = jpCalculation.reduce((total, line) => total + line.jp, 0);
	const wrong = jpCalculation.filter((line) => Math.round(line.minutes / MINUTES_PER_JP) !== line.jp);
	return [
		...(sum === jp ? [] : [defineFindings.jpSum(sum, jp)]),
		...wrong.map((line) => defineFindings.jpLine(line.subject, line.minutes, line.jp)),
	];
}

/** The banks must fill the blueprint, with one item of a prototype for each person. */
function bankFindings({ exam, competences }: CourseFacts, bank: readonly Candidate[]): Finding[] {
	const taught = new Set(competences.map(({ code }) => code));
	const untaught = exam.blueprint.filter(({ competence }) => !taught.has(competence));
	const cells = coverageOf(exam.blueprint, bank);
	const small = cells.flatMap((cell) => {
		if (cell.items < cell.count) return [defineFindings.bankTooSmall(cell, cell.items, cell.count)];
		if (cell.families < cell.count) return [defineFindings.fewPrototypes(cell, cell.families, cell.count)];
		return [];
	});
	const shared = cells.filter(({ fillable, count }) => fillable < count);
	const together =
		small.length > 0 ? [] : shared.map((cell) => defineFindings.sharedPrototypes(cell, cell.count));
	return [...small, ...together, ...untaught.map(({ competence }) => defineFindings.untaught(competence))];
}
