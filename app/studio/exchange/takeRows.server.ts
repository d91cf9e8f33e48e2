import { and, eq } from "drizzle-orm";
import { draftItems } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { canonical } from "../../catalog/askedHash.ts";
import { type By, saveItem, saveMedia } from "../write.server.ts";
import type { StoredRow } from "./store.server.ts";

/** Rows a transaction, which keeps it well under 50 ms. */
export const ROWS_AT_ONCE = 25;

export type Done = "written" | "left";

/**
 * Writes one settled question into the draft: a new item, or in place of the one that was there when it was settled.
 * An item that changed meanwhile is left as it is. "closed": the draft is not being written.
 */
export function* takeRow(tx: Tx, by: By, { item, replaces, pictures }: StoredRow): Body<Done | "closed"> {
	if (!item) return "left";
	if (replaces !== null && (yield* heldBy(tx, by.draftId, item.code)) !== replaces) return "left";
	const saved = yield* saveItem(tx, by, item, replaces === null ? null : item.code);
	if (saved !== "saved") return saved === "closed" ? "closed" : "left";
	for (const picture of pictures) yield* saveMedia(tx, by, picture);
	return "written";
}

function* heldBy(tx: Tx, draftId: string, code: string): Body<string | null> {
	const here = and(eq(draftItems.draftId, draftId), eq(draftItems.code, code));
	const [row] = yield* run(tx.select({ item: draftItems.item }).from(draftItems).where(here));
	return row ? canonical(row.item) : null;
}
