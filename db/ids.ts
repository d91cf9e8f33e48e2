import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

const SIZE = 16;
const pool = new Uint8Array(512 * SIZE);
let used = pool.length;

/** A UUIDv7, from randomness that is fetched for 512 of them at once: work that makes many ids asks the system seldom. */
export function manyIds(): string {
	if (used === pool.length) {
		randomFillSync(pool);
		used = 0;
	}
	const random = pool.subarray(used, used + SIZE);
	used += SIZE;
	return v7({ random });
}
