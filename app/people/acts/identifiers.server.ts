import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type IdentifierKind, identifiers, numberKinds } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

/** What giving an identifier changed, so that it can be taken back. */
export type IdentifierTrace = {
	superseded: string[];
	made: string | null;
	/** One that they had had before, and until when. */
	reopened: { id: string; validTo: number } | null;
};

const groupOf = (kind: IdentifierKind): IdentifierKind[] => (kind === "EMAIL" ? ["EMAIL"] : [...numberKinds]);

/** Whether the number or address is, or was, somebody else's: a number that was given once is never given again. */
export function* isTakenByOther(tx: Tx, value: string, personId: string): Body<boolean> {
	const rows = yield* run(
		tx.select({ owner: identifiers.personId }).from(identifiers).where(eq(identifiers.value, value)),
	);
	return rows.some(({ owner }) => owner !== personId);
}

/** Gives a person a new number or address from that moment on; the one before stays in their history. */
export function* giveIdentifier(
	tx: Tx,
	{ personId, kind, value, at }: { personId: string; kind: IdentifierKind; value: string; at: number },
): Body<IdentifierTrace> {
	const own = eq(identifiers.personId, personId);
	const current = and(own, inArray(identifiers.kind, groupOf(kind)), isNull(identifiers.validTo));
	const superseded = yield* run(tx.update(identifiers).set({ validTo: at }).where(current).returning());
	const [before] = yield* run(
		tx
			.select()
			.from(identifiers)
			.where(and(own, eq(identifiers.value, value))),
	);
	const ids = superseded.map(({ id }) => id).filter((id) => id !== before?.id);
	if (before) {
		yield* run(
			tx.update(identifiers).set({ validTo: null, beginRunId: null }).where(eq(identifiers.id, before.id)),
		);
		const wasCurrent = superseded.some(({ id }) => id === before.id);
		const reopened = wasCurrent ? null : { id: before.id, validTo: before.validTo ?? at };
		return { superseded: ids, made: null, reopened };
	}
	const made = uuid();
	yield* run(tx.insert(identifiers).values({ id: made, personId, kind, value, validFrom: at }));
	return { superseded: ids, made, reopened: null };
}

/** Takes back what `giveIdentifier` did. */
export function* takeIdentifierBack(tx: Tx, trace: IdentifierTrace): Body<void> {
	if (trace.made) yield* run(tx.delete(identifiers).where(eq(identifiers.id, trace.made)));
	if (trace.reopened) {
		const { id, validTo } = trace.reopened;
		yield* run(tx.update(identifiers).set({ validTo }).where(eq(identifiers.id, id)));
	}
	if (trace.superseded.length > 0)
		yield* run(
			tx.update(identifiers).set({ validTo: null }).where(inArray(identifiers.id, trace.superseded)),
		);
}

/** Whether what `giveIdentifier` gave is still what the person has. */
export function* isStillGiven(tx: Tx, { made, reopened }: IdentifierTrace): Body<boolean> {
	const id = made ?? reopened?.id;
	if (!id) return true;
	const rows = yield* run(
		tx
			.select({ id: identifiers.id })
			.from(identifiers)
			.where(and(eq(identifiers.id, id), isNull(identifiers.validTo))),
	);
	return rows.length > 0;
}
