import { and, eq, sql } from "drizzle-orm";
import type { Queries } from "#db/client.server.ts";
import { runPrepared } from "#db/prepared.server.ts";
import { attemptDevices } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

type Seen = {
	attemptId: string;
	device: string;
	/** "Chrome, Android". */
	name: string;
	waiting: number;
	sign: "opened" | "stays" | "takes-over" | "leaves";
	now: number;
};
export type DeviceRow = typeof attemptDevices.$inferSelect;

/** Whoever was not heard of for so long is not counted as present any more. */
export const PRESENT_MS = 3 * 60_000;

/** Notes that a browser has the attempt open, or has closed it. The first is the one in use until another takes over. */
export function* seeDevice(tx: Tx, { attemptId, device, name, waiting, sign, now }: Seen): Body<void> {
	const others = yield* devicesOf(tx, attemptId);
	const own = others.find((one) => one.device === device);
	const isFirst = others.length === 0;
	const inUseSince = sign === "takes-over" || isFirst ? now : (own?.inUseSince ?? 0);
	const row = { lastSeenAt: now, waiting, inUseSince, leftAt: sign === "leaves" ? now : null };
	if (own) {
		const place = and(eq(attemptDevices.attemptId, attemptId), eq(attemptDevices.device, device));
		yield* run(tx.update(attemptDevices).set(row).where(place));
		return;
	}
	yield* run(tx.insert(attemptDevices).values({ ...row, attemptId, device, name, firstSeenAt: now }));
}

const devicesQuery = (on: Queries, name: string) =>
	on
		.select()
		.from(attemptDevices)
		.where(eq(attemptDevices.attemptId, sql.placeholder("attemptId")))
		.prepare(name);

export function* devicesOf(tx: Tx, attemptId: string): Body<DeviceRow[]> {
	return yield* runPrepared(tx, "devices", devicesQuery, { attemptId });
}

/** The other browser that has the attempt open and was heard of last; whether the person went on there after here. */
export function deviceElsewhere(
	devices: readonly DeviceRow[],
	device: string,
	now: number,
): { name: string; lastSeenAt: number; isInUse: boolean } | null {
	const own = devices.find((one) => one.device === device)?.inUseSince ?? 0;
	const [other] = devices
		.filter((one) => one.device !== device && one.leftAt === null && one.lastSeenAt > now - PRESENT_MS)
		.sort((a, b) => b.inUseSince - a.inUseSince || b.lastSeenAt - a.lastSeenAt);
	if (!other) return null;
	// The first browser is in use by being the first: only a later take-over stops this one.
	const tookOver = other.inUseSince > other.firstSeenAt && other.inUseSince > own;
	return { name: other.name, lastSeenAt: other.lastSeenAt, isInUse: tookOver };
}
