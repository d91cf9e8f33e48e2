import { z } from "zod";
import type { Answer } from "#app/assessment/answer.ts";
import type { Item } from "#app/assessment/item.ts";
import { kindOf } from "#app/assessment/items/kinds.ts";

/** The name of the item's fields: it stands on the page as the first of an exam. */
export const POSITION = 1;

const schema = z.object({
	kind: z.enum(["neutral", "rekey", "accept-also"]),
	reason: z.string().trim().min(10).max(500),
});
export type RepairForm = {
	read: z.infer<typeof schema> | null;
	wrong: ("kind" | "reason")[];
	typed: { kind: string; reason: string; answer: Answer };
};

/** What is to be done about the item, with the answer that is right as its own fields gave it. */
export function readRepair(form: FormData, item: Item): RepairForm {
	const kind = String(form.get("kind") ?? "");
	const reason = String(form.get("reason") ?? "").slice(0, 1000);
	const answer = kindOf(item).fromForm(item, form, `q${POSITION}`) ?? null;
	const read = schema.safeParse({ kind, reason });
	const fields = read.success ? [] : read.error.issues.map(({ path }) => path[0]);
	const wrong = (["kind", "reason"] as const).filter((name) => fields.includes(name));
	return { read: read.success ? read.data : null, wrong, typed: { kind, reason, answer } };
}
