import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { media } from "#db/schema/index.ts";

/** A published picture by its hash: only what a version names is served. */
export async function findMedia(hash: string): Promise<{ hash: string; type: string } | null> {
	const [row] = await db
		.select({ hash: media.hash, type: media.type })
		.from(media)
		.where(eq(media.hash, hash))
		.limit(1);
	return row ?? null;
}
