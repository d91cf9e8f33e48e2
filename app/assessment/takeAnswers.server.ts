import { type Body, type Tx, transaction } from "#db/transaction.server.ts";
import { type AnswerMessage, type MessageEntry, messageEntry } from "./answerMessage.ts";
import { type Appended, appendAnswers } from "./appendAnswers.server.ts";
import { type DeviceRow, devicesOf, seeDevice } from "./devices.server.ts";
import { type DrawnItem, drawnItems } from "./drawnItems.server.ts";

type Told = { personId: string; deviceName: string; message: AnswerMessage; now: number };
export type Taken = {
	appended: Appended;
	devices: DeviceRow[];
	/** Entries that could not even be read. */
	unreadable: { device: string | null; number: number | null }[];
};

/** Takes what an exam's page tells: its answers, and that its browser is there. */
export async function takeAnswers({ personId, deviceName, message, now }: Told): Promise<Taken> {
	const read = message.answers.map((one) => messageEntry.safeParse(one));
	const given = read.flatMap((one) => (one.success ? [one.data] : []));
	const unreadable = message.answers.filter((_, index) => !read[index]?.success).map(nameOf);
	const drawn = await drawnItems(message.attempt);
	const told = { personId, deviceName, message, now, given, drawn };
	return { unreadable, ...(await transaction((tx) => take(tx, told))) };
}

type Read = Told & { given: MessageEntry[]; drawn: DrawnItem[] };

function* take(
	tx: Tx,
	{ personId, deviceName, message, now, given, drawn }: Read,
): Body<Omit<Taken, "unreadable">> {
	const { attempt: attemptId, device, sign, waiting } = message;
	const appended = yield* appendAnswers(tx, { attemptId, personId, given, drawn, now });
	if (appended.status === "unknown") return { appended, devices: [] };
	if (sign) yield* seeDevice(tx, { attemptId, device, name: deviceName, waiting, sign, now });
	return { appended, devices: yield* devicesOf(tx, attemptId) };
}

/** As much of a broken entry as says which it is. */
function nameOf(entry: unknown): { device: string | null; number: number | null } {
	const { device, number } = (entry ?? {}) as { device?: unknown; number?: unknown };
	return {
		device: typeof device === "string" ? device : null,
		number: typeof number === "number" ? number : null,
	};
}
