import { z } from "zod";
import { actReason } from "#app/certification/acts/reason.ts";

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
	const password = String(form.get("password") ?? "");
	return { kind: kind.data, reason: actReason(typed), password, typed };
}
