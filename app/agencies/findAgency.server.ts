import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies } from "#db/schema/index.ts";

export type Agency = typeof agencies.$inferSelect;

/** The agency of that registry code, e.g. "3204" or "K-PANRB"; null when there is none. */
export async function findAgency(code: string): Promise<Agency | null> {
	const [found] = await db.select().from(agencies).where(eq(agencies.code, code));
	return found ?? null;
}

/** The agency of that id; null when there is none. */
export async function findAgencyById(id: string): Promise<Agency | null> {
	const [found] = await db.select().from(agencies).where(eq(agencies.id, id));
	return found ?? null;
}
