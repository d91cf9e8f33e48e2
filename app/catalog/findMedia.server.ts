import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { draftMedia, media } from "#db/schema/index.ts";

/** A picture that a version, or a draft being previewed, names by its hash; nothing else of the store is served. */
export async function findMedia(hash: string): Promise<{ hash: string; type: string } | null> {
	const [published] = await db
		.select({ hash: media.hash, type: media.type })
		.from(media)
		.where(eq(media.hash, hash))
		.limit(1);
	if (published) return published;
	const { hash: stored, type } = draftMedia;
	const [drafted] = await db.select({ hash: stored, type }).from(draftMedia).where(eq(stored, hash)).limit(1);
	return drafted ?? null;
}
