import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { settings } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";

const CURRENT = "rollups.current";
const BUILDING = "rollups.building";

/** The generation that pages read, for a where clause: a statement sees one generation, and it whole. */
export const currentGeneration = sql`(select ${settings.value} from ${settings} where ${settings.name} = ${CURRENT})`;

/** The generation that pages read; the first one begins here. */
export function* openGeneration(tx: Tx): Body<string> {
	const generation = yield* read(tx, CURRENT);
	if (generation) return generation;
	const first = uuid();
	yield* write(tx, CURRENT, first);
	return first;
}

/** Begins a generation beside the current one; a rebuild that was under way finds itself replaced. */
export function* beginGeneration(tx: Tx): Body<string> {
	const generation = uuid();
	yield* write(tx, BUILDING, generation);
	return generation;
}

/** @throws Error when another rebuild has begun since */
export function* requireBuilding(tx: Tx, generation: string): Body<void> {
	if ((yield* read(tx, BUILDING)) !== generation) {
		throw new Error("Penghitungan ulang ini dihentikan karena penghitungan ulang lain dimulai.");
	}
}

/** The flip: from now on pages read this generation. */
export function* flipTo(tx: Tx, generation: string): Body<void> {
	yield* write(tx, CURRENT, generation);
	yield* run(tx.delete(settings).where(eq(settings.name, BUILDING)));
}

function* read(tx: Tx, name: string): Body<string | undefined> {
	const [row] = yield* run(tx.select().from(settings).where(eq(settings.name, name)));
	return row?.value;
}

function* write(tx: Tx, name: string, value: string): Body<void> {
	yield* run(
		tx.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } }),
	);
}
