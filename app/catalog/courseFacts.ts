import { z } from "zod";

const line = z.string().trim().min(1).max(2000);
const competence = z.string().regex(/^D\d\.\d$/);
const level = z.number().int().min(1).max(4);

const isoDay = z
	.union([z.string(), z.date()])
	.transform((day) => (day instanceof Date ? day.toISOString().slice(0, 10) : day))
	.pipe(z.string().regex(/^\d{4}-\d{2}-\d{2}$/));

export const blueprintCell = z.object({
	competence,
	level,
	count: z.number().int().min(1).max(100),
	/** Which bank it is drawn from; the course's own when nothing is said. */
	from: z.literal("national").optional(),
});
export type BlueprintCell = z.infer<typeof blueprintCell>;

export const examRules = z.object({
	durationMinutes: z.number().int().min(5).max(300),
	passMark: z.number().int().min(1).max(100),
	attempts: z.number().int().min(1).max(20),
	waitHours: z
		.number()
		.int()
		.min(0)
		.max(24 * 60),
	feedback: z.enum(["full", "competence"]),
	blueprint: z.array(blueprintCell).min(1).max(40),
	/** Whether two reviewers mark each free text, independently of each other. */
	secondMarker: z.boolean().optional(),
});

/** course.yaml, and what the studio's form holds: everything of a course but its lessons, items and media. */
export const courseFacts = z.object({
	slug: z
		.string()
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
		.max(60),
	title: line.max(200),
	summary: line.max(600),
	outcomes: z.array(line).min(1).max(12),
	level,
	competences: z
		.array(z.object({ code: competence, level }))
		.min(1)
		.max(23),
	jp: z.number().int().min(1).max(400),
	jpCalculation: z
		.array(z.object({ subject: line, minutes: z.number().int().min(1), jp: z.number().int().min(0) }))
		.min(1),
	form: z.number().int().min(1).max(25),
	authors: z.array(line).min(1).max(20),
	reviewedOn: isoDay,
	audience: z.enum(["all", "agency"]),
	signatory: z.object({ name: line.max(200), position: line.max(300) }),
	exam: examRules,
	/** How long a certificate is valid; without it, it does not run out. */
	validity: z
		.object({
			months: z.number().int().min(1).max(120),
			/** Whether who passed an earlier version may renew by what is new since then alone. */
			renewal: z.enum(["whole", "difference"]),
		})
		.nullish()
		.transform((validity) => validity ?? undefined)
		.optional(),
	sources: z
		.array(z.object({ title: line, publisher: line, date: isoDay, note: z.string().max(1000).optional() }))
		.max(60)
		.default([]),
});
export type CourseFacts = z.infer<typeof courseFacts>;
