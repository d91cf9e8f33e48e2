import { createHash } from "node:crypto";
import { type Body, type Tx, transaction } from "#db/transaction.server.ts";
import { countAct, standing } from "../http/throttle.server.ts";
import { asIdentifier } from "../people/asIdentifier.ts";

type Key = { key: string; limit: number };
/** The throttles of one attempt: that of the identifier at the address first. */
export type AttemptKeys = [ofIdentifier: Key, ofAddress: Key];

const WINDOW = 15 * 60_000;
/** Of one identifier from one address. */
const LIMIT = 8;
/** From one address over all identifiers: an office shares one, a guesser of serials needs thousands. */
const ADDRESS_LIMIT = 200;

/** What limits attempts of that kind ("masuk", "aktivasi", "lupa") for this identifier from this address. */
export function attemptKeys(kind: string, identifier: string, address: string, limit = LIMIT): AttemptKeys {
	// Hashed: what somebody typed into the field may be anything, a password among them.
	const typed = createHash("sha256").update(asIdentifier(identifier)).digest("hex").slice(0, 32);
	return [
		{ key: `${kind}:${typed}:${address}`, limit },
		{ key: `${kind}:*:${address}`, limit: ADDRESS_LIMIT },
	];
}

/** Seconds until another attempt is taken; 0: now. */
export function waitOf(keys: AttemptKeys, now: number): Promise<number> {
	return transaction(function* (tx) {
		let wait = 0;
		for (const { key, limit } of keys)
			wait = Math.max(wait, (yield* standing(tx, { key, limit, now })).retryAfterSeconds);
		return wait;
	});
}

/** Counts an attempt of the last 15 minutes. */
export function* countAttempt(tx: Tx, keys: AttemptKeys, now: number): Body<void> {
	for (const { key, limit } of keys) yield* countAct(tx, { key, limit, windowMs: WINDOW, now });
}
