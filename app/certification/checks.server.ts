import { transaction } from "#db/transaction.server.ts";
import { clientAddress } from "../http/address.server.ts";
import { countAct } from "../http/throttle.server.ts";

/** An office behind one address checks a pile of certificates; a guesser of 140 bits needs far more. */
const CHECKS_A_MINUTE = 60;

/** Counts one check of a code or file; how many seconds the asker's network has to wait, 0: not at all. */
export async function checksThrottled(request: Request): Promise<number> {
	const key = `periksa:${clientAddress(request)}`;
	const asked = { key, limit: CHECKS_A_MINUTE, windowMs: 60_000, now: Date.now() };
	const verdict = await transaction((tx) => countAct(tx, asked));
	return verdict.allowed ? 0 : verdict.retryAfterSeconds;
}

/** Headers of what verifiers on other sites may read. */
export const readableByAll = {
	"Access-Control-Allow-Origin": "*",
	"Cross-Origin-Resource-Policy": "cross-origin",
	"Cache-Control": "public, max-age=300",
} as const;
