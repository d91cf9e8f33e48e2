import { reading } from "#db/transaction.server.ts";
import { type Lateness, latenessOf } from "./answerLog.ts";
import { decisionsOf, eventsOf } from "./attemptAnswers.server.ts";
import { devicesOf } from "./devices.server.ts";
import { type ExaminerScope, supervisedAttempt } from "./supervised.server.ts";
import { supervisedRow } from "./supervisedList.server.ts";

export type LateAnswer = {
	position: number;
	givenAt: number;
	receivedAt: number;
	lateness: Lateness;
	/** null: waits for a decision. */
	counts: boolean | null;
};

/** What an examiner sees of one attempt: its times, where it is open and what came late; never what was answered. */
export async function supervisedView(attemptId: string, scope: ExaminerScope) {
	const attempt = await reading((tx) => supervisedAttempt(tx, attemptId, scope));
	const row = attempt && (await supervisedRow(attemptId));
	if (!attempt || !row) return null;
	const [events, decisions, devices] = await Promise.all([
		reading((tx) => eventsOf(tx, attemptId)),
		reading((tx) => decisionsOf(tx, attemptId)),
		reading((tx) => devicesOf(tx, attemptId)),
	]);
	const late = events.flatMap((event): LateAnswer[] => {
		const lateness = latenessOf(event, attempt);
		if (!lateness) return [];
		const word = decisions.filter(({ device, number }) => device === event.device && number === event.number);
		const { position, givenAt, receivedAt } = event;
		return [{ position, givenAt, receivedAt, lateness, counts: word.at(-1)?.counts ?? null }];
	});
	return {
		...row,
		personId: attempt.personId,
		agencyId: attempt.agencyId,
		answered: new Set(events.map(({ position }) => position)).size,
		late: late.sort((a, b) => a.receivedAt - b.receivedAt || a.position - b.position),
		devices: devices.map(({ name, lastSeenAt, waiting, leftAt }) => ({ name, lastSeenAt, waiting, leftAt })),
	};
}
