import { and, eq, lte } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { enqueue } from "../queue.server.ts";
import type { Postman } from "./delivery.ts";
import { MAIL_JOB } from "./queueMail.server.ts";
import { keepDue, noteDelivery, putOffMail, settleOverdue, takeMail } from "./takeMail.server.ts";

/** After this long other jobs have their turn, and the rest of the mail goes on after them. */
const RUN_MS = 2000;

/**
 * Sends what is due, one mail after another. Each is taken before it is handed over, so that no mail is sent twice: where
 * the answer does not come, or the program ends meanwhile, it is `uncertain` and left to an admin.
 * @param connect null when no mail server is set; the mail is kept then
 */
export async function sendDue(connect: (() => Promise<Postman>) | null, clock: () => number): Promise<void> {
	await transaction((tx) => settleOverdue(tx, clock()));
	if (!connect) return keepAll(clock());
	if (!(await isAnyDue(clock()))) return;
	let postman: Postman;
	try {
		postman = await connect();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return transaction((tx) => putOffMail(tx, why, clock()));
	}
	try {
		await deliverDue(postman, clock);
	} finally {
		postman.close();
	}
}

async function deliverDue(postman: Postman, clock: () => number): Promise<void> {
	const end = clock() + RUN_MS;
	for (;;) {
		const mail = await transaction((tx) => takeMail(tx, clock()));
		if (!mail) return;
		const delivery = await postman.deliver(mail);
		await transaction((tx) => noteDelivery(tx, mail, delivery, clock()));
		// A conversation that went wrong is begun anew.
		if (delivery.kind === "taken" && clock() < end) continue;
		const now = clock();
		return transaction((tx) => enqueue(tx, { name: MAIL_JOB, runAt: now, uniqueKey: MAIL_JOB }));
	}
}

async function keepAll(now: number): Promise<void> {
	while ((await transaction((tx) => keepDue(tx, now))) > 0);
}

async function isAnyDue(now: number): Promise<boolean> {
	const due = and(eq(mails.state, "waiting"), lte(mails.dueAt, now));
	return (await db.select({ id: mails.id }).from(mails).where(due).limit(1)).length > 0;
}
