import { v7 as uuid } from "uuid";
import { reading } from "#db/transaction.server.ts";
import { findVersion, mediaOf } from "../catalog/findCourse.server.ts";
import { type AttemptRow, asShown, attemptsOf, itemsOfAttempt } from "./attemptView.server.ts";
import { devicesOf, PRESENT_MS } from "./devices.server.ts";
import { picturesOf } from "./itemPictures.server.ts";
import { openRenewal, rulesFor } from "./openRenewal.server.ts";
import { ownSeat } from "./ownSeats.server.ts";
import { renewedFrom, sinceRenewal } from "./renewal.server.ts";
import { entryWithSeat } from "./sessionEntry.ts";
import { itemCount } from "./versionDifference.ts";

/** An enrolment as far as an exam needs it; a higher room finds it. */
export type Examinee = { id: string; personId: string; courseId: string; versionId: string };

/** What the exam's page shows: the rules and whether one may start, or the open attempt with its items, keys left out. */
export async function examPage(enrolment: Examinee, now: number) {
	const version = await findVersion(enrolment.versionId);
	if (!version) return null;
	const past = await attemptsOf(enrolment.id);
	const open = past.find(({ state }) => state === "open") ?? null;
	const seat = await reading((tx) => ownSeat(tx, enrolment.personId, enrolment.courseId, now));
	const from = await reading((tx) => renewedFrom(tx, enrolment.personId, enrolment.courseId));
	const applied = rulesFor(version.exam, await reading((tx) => openRenewal(tx, enrolment.id)));
	const entry = entryWithSeat(applied, sinceRenewal(past, from), seat, now);
	const isClosed =
		version.withdrawnAt !== null && (entry.kind === "may-start" || entry.kind === "session-later");
	const { durationMinutes, passMark, blueprint, attempts } = applied;
	const rules = { durationMinutes, passMark, attempts, items: itemCount(blueprint) };
	return {
		title: version.title,
		rules,
		entry: isClosed ? ({ kind: "withdrawn" } as const) : entry,
		seat,
		hasResult: past.some(({ state }) => state === "submitted"),
		attempt: open && (await openAttempt(open, now)),
	};
}

async function openAttempt(attempt: AttemptRow, now: number) {
	const { id, startedAt, deadlineAt } = attempt;
	const addresses = await mediaOf(attempt.versionId);
	const drawn = await itemsOfAttempt(attempt);
	const pictures = await picturesOf(
		attempt.versionId,
		drawn.map(({ item }) => item),
	);
	const items = drawn.map((one) => asShown(one, addresses, pictures.get(one.item)));
	const savedAt = Math.max(0, ...items.map(({ savedAt: at }) => at ?? 0)) || null;
	const devices = await reading((tx) => devicesOf(tx, id));
	const present = devices.filter(
		({ leftAt, lastSeenAt }) => leftAt === null && lastSeenAt > now - PRESENT_MS,
	);
	// Names this showing of the page: without a script it stands for the device.
	return { id, startedAt, deadlineAt, savedAt, items, page: uuid(), devices: present };
}
export type OpenAttempt = Awaited<ReturnType<typeof openAttempt>>;
