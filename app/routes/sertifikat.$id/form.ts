import { z } from "zod";

/** The reason of an act on certificates: at least ten characters, since the holder and whoever checks them read it. */
export const reasonSchema = z.string().trim().min(10).max(500);
const kinds = z.enum(["revoke", "reinstate", "reissue"]);

export type ActForm = {
	kind: z.infer<typeof kinds>;
	/** null: too short or too long. */
	reason: string | null;
	password: string;
	typed: string;
};

/** What the issuer asks for; null: nothing that the page sends. */
export function readActForm(form: FormData): ActForm | null {
	const kind = kinds.safeParse(form.get("tindakan"));
	if (!kind.success) return null;
	const typed = String(form.get("reason") ?? "").slice(0, 1000);
	const reason = reasonSchema.safeParse(typed);
	const password = String(form.get("password") ?? "");
	return { kind: kind.data, reason: reason.success ? reason.data : null, password, typed };
}
