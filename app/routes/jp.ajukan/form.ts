import { z } from "zod";

export const fields = ["title", "issuer", "number", "startedOn", "finishedOn", "jp", "form"] as const;
export type Typed = Partial<Record<(typeof fields)[number], string>>;

const text = (least: number, most: number) =>
	z
		.string()
		.transform((typed) => typed.normalize("NFC").replace(/\s+/g, " ").trim())
		.pipe(z.string().min(least).max(most));
const whole = (most: number) =>
	z
		.string()
		.trim()
		.regex(/^\d{1,3}$/)
		.transform(Number)
		.pipe(z.number().min(1).max(most));

/** What is said of a piece; `today` is the last day on which it can have been finished. */
export const pieceSchema = (today: string) =>
	z
		.object({
			title: text(3, 300),
			issuer: text(2, 200),
			number: text(0, 120),
			startedOn: z.iso.date().refine((day) => day >= "2000-01-01"),
			finishedOn: z.iso.date().refine((day) => day <= today),
			jp: whole(400),
			form: whole(25),
		})
		.refine(({ startedOn, finishedOn }) => startedOn <= finishedOn, { path: ["finishedOn"] });

/** What was typed, to be shown again. */
export const typedIn = (form: FormData): Typed =>
	Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? "").slice(0, 400)]));
