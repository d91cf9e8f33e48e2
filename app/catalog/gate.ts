import type { CourseFacts } from "./courseFacts.ts";
import { defineFindings, type Finding } from "./finding.ts";

const MINUTES_PER_JP = 45;

type BankCell = { competence: string; level: number };
type Subject = { facts: CourseFacts; lessons: readonly { slug: string }[]; items: readonly BankCell[] };

/** What stands between a course and its publication, apart from its lessons' text. Empty: nothing. */
export function courseFindings({ facts, lessons, items }: Subject): Finding[] {
	return [...lessonFindings(lessons), ...hourFindings(facts), ...bankFindings(facts, items)];
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

/** The bank must hold at least what the blueprint draws from each cell. */
function bankFindings({ exam, competences }: CourseFacts, items: readonly BankCell[]): Finding[] {
	const taught = new Set(competences.map(({ code }) => code));
	const small = exam.blueprint.flatMap(({ competence, level, count }) => {
		const held = items.filter((item) => item.competence === competence && item.level === level).length;
		return held < count ? [defineFindings.bankTooSmall(competence, level, held, count)] : [];
	});
	const untaught = exam.blueprint.filter(({ competence }) => !taught.has(competence));
	return [...small, ...untaught.map(({ competence }) => defineFindings.untaught(competence))];
}
