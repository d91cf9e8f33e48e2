import { z } from "zod";

export const line = z.string().trim().min(1).max(2000);
/** Stands in field names and in answers, so without spaces, dots and commas. */
export const id = z.string().regex(/^[A-Za-z0-9][\w-]{0,19}$/);
export const code = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);

/** A picture of the course, by the name that lessons use, and what it shows for who does not see it. */
const picture = z.object({ image: z.string().regex(/^media\/[\w.-]+\.(svg|png|jpg|jpeg|webp)$/), alt: line });

/** What every item has, whatever its type. */
export const common = {
	code,
	competence: z.string().regex(/^D\d\.\d$/),
	level: z.number().int().min(1).max(4),
	stem: line,
	/** Shown below the question; they must not tell the key. */
	pictures: z.array(picture).max(4).optional(),
	/** Shown with the result, whatever was answered. */
	rationale: line.optional(),
	/** The author's estimate, in logits: 0 is what half of all civil servants would know. */
	difficulty: z.number().min(-4).max(4).optional(),
	/** The author's estimate of how sharply it separates, per logit. */
	discrimination: z.number().min(0.2).max(3).optional(),
	/** The regulation or publication that the key rests on. */
	source: line.optional(),
	/** How likely it is that people know the item beforehand. */
	leakRisk: z.enum(["low", "medium", "high"]).optional(),
	/** Items of one prototype are variants of each other: a person meets one of them. */
	prototype: code.optional(),
};

/** What may be chosen: shown as it is. */
export const choice = z.object({ id, text: line });
export type Choice = z.infer<typeof choice>;

export const rightOrWrong = z.object({ correct: line, wrong: line });

type Named = { id: string };
const distinctIds = (list: readonly Named[]) => new Set(list.map((one) => one.id)).size === list.length;

/** A list whose elements have ids of their own. */
export const listOf = <T extends z.ZodType<Named>>(element: T, min: number, max: number) =>
	z.array(element).min(min).max(max).refine(distinctIds, "Setiap butir memerlukan id yang berbeda.");

export const has = (list: readonly Named[], wanted: string): boolean => list.some((one) => one.id === wanted);

/** The elements in that order of ids; what the order does not name is left out. */
export function inOrder<T extends Named>(list: readonly T[], order: readonly string[]): T[] {
	return order.flatMap((wanted) => list.filter((one) => one.id === wanted));
}
