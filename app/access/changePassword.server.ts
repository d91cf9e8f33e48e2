import { transaction } from "#db/transaction.server.ts";
import { countAct, forgetActs, standing } from "../http/throttle.server.ts";
import { type PasswordProblem, passwordProblem } from "./passwordRule.ts";
import { hashPassword, passwordHashOf, setPasswordHash, verifyPassword } from "./passwords.server.ts";
import { endOtherSessions } from "./sessions.server.ts";

type Change = { personId: string; sessionId: string; current: string; fresh: string; now: number };
export type Changed = "changed" | "wrongCurrent" | "throttled" | PasswordProblem;

const WINDOW = 15 * 60_000;
const LIMIT = 8;

/** Changes the own password and ends all other sessions. @throws TooBusy */
export async function changePassword({ personId, sessionId, current, fresh, now }: Change): Promise<Changed> {
	const problem = passwordProblem(fresh);
	if (problem) return problem;
	const key = `sandi:${personId}`;
	if (!(await transaction((tx) => standing(tx, { key, limit: LIMIT, now }))).allowed) return "throttled";
	const stored = await transaction((tx) => passwordHashOf(tx, personId));
	if (!(await verifyPassword(stored, current))) {
		await transaction((tx) => countAct(tx, { key, limit: LIMIT, windowMs: WINDOW, now }));
		return "wrongCurrent";
	}
	const passwordHash = await hashPassword(fresh);
	await transaction(function* (tx) {
		yield* setPasswordHash(tx, personId, passwordHash, now);
		yield* forgetActs(tx, key);
	});
	await endOtherSessions(personId, sessionId);
	return "changed";
}
