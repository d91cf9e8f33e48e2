import { z } from "zod";

const schema = z.string().trim().min(10).max(500);

/** The reason of a revocation: at least ten characters, since its holder and whoever checks it read it. */
export function reasonOf(form: FormData): { ok: true; text: string } | { ok: false; typed: string } {
	const typed = String(form.get("reason") ?? "");
	const parsed = schema.safeParse(typed);
	return parsed.success ? { ok: true, text: parsed.data } : { ok: false, typed: typed.slice(0, 1000) };
}
