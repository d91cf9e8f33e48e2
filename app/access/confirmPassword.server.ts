import { transaction } from "#db/transaction.server.ts";
import { busy } from "../http/responses.server.ts";
import { countAct, forgetActs, standing } from "../http/throttle.server.ts";
import { passwordHashOf, TooBusy, verifyPassword } from "./passwords.server.ts";
import type { Viewer } from "./viewer.server.ts";

export type Confirmation = "right" | "wrong" | "tooMany";

const WINDOW = 15 * 60_000;
const LIMIT = 8;

/**
 * Asks once more for the password of whoever is signed in, before an act that others see: a page left open is not enough
 * for it. @throws TooBusy
 */
export async function confirmPassword(
	personId: string,
	password: string,
	now: number,
): Promise<Confirmation> {
	const key = `konfirmasi:${personId}`;
	if (!(await transaction((tx) => standing(tx, { key, limit: LIMIT, now }))).allowed) return "tooMany";
	const stored = await transaction((tx) => passwordHashOf(tx, personId));
	const isRight = await verifyPassword(stored, password.slice(0, 1000));
	const count = { key, limit: LIMIT, windowMs: WINDOW, now };
	await transaction(function* (tx) {
		if (isRight) yield* forgetActs(tx, key);
		else yield* countAct(tx, count);
	});
	return isRight ? "right" : "wrong";
}

/** The same for an action of a page. @throws Response 503 when too many passwords are checked at the moment */
export async function confirmViewer(viewer: Viewer, password: string): Promise<Confirmation> {
	try {
		return await confirmPassword(viewer.personId, password, Date.now());
	} catch (error) {
		throw error instanceof TooBusy ? busy(5) : error;
	}
}
