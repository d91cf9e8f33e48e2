import { z } from "zod";
import { actReason } from "#app/certification/acts/reason.ts";

const schema = z.object({
	tindakan: z.enum(["revoke", "reinstate", "reissue"]),
	yang: z.enum(["marked", "filter", "numbers"]),
});

/** Numbers and codes that are taken at once, and how long the text may be that holds them. */
const LONGEST_TEXT = 400_000;

export type ManyForm = z.infer<typeof schema> & {
	marked: string[];
	numbers: string[];
	/** null: too short or too long. */
	reason: string | null;
	typed: { reason: string; nomor: string };
};

/** What is asked for about many; null: nothing that the page sends. */
export function readManyForm(form: FormData): ManyForm | null {
	const parsed = schema.safeParse({ tindakan: form.get("tindakan"), yang: form.get("yang") });
	if (!parsed.success) return null;
	const nomor = String(form.get("nomor") ?? "").slice(0, LONGEST_TEXT);
	const typed = { reason: String(form.get("reason") ?? "").slice(0, 1000), nomor };
	return {
		...parsed.data,
		marked: form.getAll("pilih").map((id) => String(id).slice(0, 40)),
		numbers: nomor.split(/[\n,;\t]/).flatMap((line) => line.trim() || []),
		reason: actReason(typed.reason),
		typed,
	};
}
