import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { jpLedger } from "#db/schema/index.ts";

/** Training hours credited to a person for a calendar year, what was taken back subtracted. */
export async function jpOfYear(personId: string, year: number): Promise<number> {
	const [row] = await db
		.select({ jp: sql<string | null>`sum(${jpLedger.jp})` })
		.from(jpLedger)
		.where(and(eq(jpLedger.personId, personId), eq(jpLedger.year, year)));
	return Number(row?.jp ?? 0);
}
