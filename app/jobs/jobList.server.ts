import { desc, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { jobs } from "#db/schema/index.ts";

/** Jobs that wait, run or failed, the latest first, at most 30: what an operator has to see. */
export async function openJobs() {
	const { id, name, state, runAt, attempts, lastError } = jobs;
	return db
		.select({ id, name, state, runAt, attempts, lastError })
		.from(jobs)
		.where(ne(jobs.state, "done"))
		.orderBy(desc(jobs.runAt))
		.limit(30);
}
