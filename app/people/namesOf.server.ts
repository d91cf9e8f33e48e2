import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/index.ts";
import { fullName } from "./names.ts";

/** A person's name with titles; "" when there is no such person. */
export async function namesOf(personId: string): Promise<string> {
	const [row] = await db.select().from(people).where(eq(people.id, personId));
	return row ? fullName(row) : "";
}
