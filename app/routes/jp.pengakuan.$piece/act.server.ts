import { json } from "@remix-run/node";
import { z } from "zod";
import type { Managed } from "#app/access/managedPeople.server.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { recognise, returnPiece, takeBack } from "#app/records/elsewhere/decide.server.ts";
import type { Piece } from "#app/records/elsewhere/duplicates.server.ts";
import { transaction } from "#db/transaction.server.ts";

const schema = z.object({
	intent: z.enum(["recognise", "return", "take-back"]),
	reason: z.string().trim().min(3).max(500),
});
const said = { recognise: "recognised", return: "returned", "take-back": "tookBack" } as const;

type Admin = { viewer: Viewer; scope: Managed; now: number };

/** One decision on a piece; the person is told by it. */
export async function act(form: FormData, piece: Piece, { viewer, scope, now }: Admin) {
	const t = elsewhereMessages[viewer.lang];
	const given = Object.fromEntries(form);
	const typed = { reason: String(given.reason ?? "").slice(0, 600), jp: String(given.jp ?? "").slice(0, 10) };
	const parsed = schema.safeParse(given);
	const jp = /^\d{1,3}$/.test(typed.jp.trim()) ? Number(typed.jp) : 0;
	const isBadJp = given.intent === "recognise" && (jp < 1 || jp > piece.jp);
	if (!parsed.success || isBadJp) {
		const reason = parsed.success ? undefined : t.badReason;
		const errors = { reason, jp: isBadJp ? t.badRecognised(String(piece.jp)) : undefined };
		return json({ errors, typed }, { status: 400 });
	}
	const { intent, reason } = parsed.data;
	const actor = { id: viewer.personId, name: viewer.name };
	const decision = { id: piece.id, scope, actor, reason, now };
	const done = await transaction((tx) => {
		if (intent === "recognise") return recognise(tx, decision, jp);
		return intent === "return" ? returnPiece(tx, decision) : takeBack(tx, decision);
	});
	return redirectWithToast(
		`/jp/pengakuan/${piece.id}`,
		done ? { kind: "good", text: t[said[intent]] } : { kind: "bad", text: t.notOpen },
	);
}
