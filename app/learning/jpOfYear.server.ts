import { desc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { jpLedger } from "#db/schema/index.ts";

/** Training hours credited to a person, what was taken back subtracted, by calendar year, the latest first. */
export async function jpByYear(personId: string): Promise<{ year: number; jp: number }[]> {
	const rows = await db
		.select({ year: jpLedger.year, jp: sql<string | null>`sum(${jpLedger.jp})` })
		.from(jpLedger)
		.where(eq(jpLedger.personId, personId))
		.groupBy(jpLedger.year)
		.orderBy(desc(jpLedger.year));
	return rows.map(({ year, jp }) => ({ year, jp: Number(jp ?? 0) }));
}
