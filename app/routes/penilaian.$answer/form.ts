import { z } from "zod";

export type Criterion = { id: string; text: string; levels: { points: number; text: string }[] };
/** What was chosen, by criterion the level's place, and what was written. */
export type Typed = { levels: Record<string, string>; comment: string };
export type MarkForm =
	| { ok: true; points: Record<string, number>; comment: string; typed: Typed }
	| { ok: false; missing: string[]; typed: Typed };

const COMMENT = "comment";
const comment = z.string().trim().min(10).max(2000);

/** The field of a criterion's level. */
export const levelField = (id: string) => `level-${id}`;

/** A mark as its form has it; `missing`: the fields that are not filled in as they must be. */
export function readMark(rubric: readonly Criterion[], form: FormData): MarkForm {
	const levels = Object.fromEntries(rubric.map(({ id }) => [id, String(form.get(levelField(id)) ?? "")]));
	const typed = { levels, comment: String(form.get(COMMENT) ?? "").slice(0, 5000) };
	const chosen = rubric.map((one) => ({ id: one.id, level: one.levels[placeOf(levels[one.id])] }));
	const said = comment.safeParse(typed.comment);
	const missing = [
		...chosen.flatMap(({ id, level }) => (level ? [] : [levelField(id)])),
		...(said.success ? [] : [COMMENT]),
	];
	if (missing.length > 0 || !said.success) return { ok: false, missing, typed };
	const points = Object.fromEntries(chosen.map(({ id, level }) => [id, level?.points ?? 0]));
	return { ok: true, points, comment: said.data, typed };
}

const placeOf = (value: string | undefined) => (/^\d$/.test(value ?? "") ? Number(value) : -1);
