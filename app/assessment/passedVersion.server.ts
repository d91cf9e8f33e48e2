import { eq } from "drizzle-orm";
import { courseVersions, items, lessons } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { PassedVersion } from "./versionDifference.ts";

/** What a published version held, for comparing it with another. */
export function* passedVersion(tx: Tx, versionId: string): Body<PassedVersion> {
	const read = yield* run(
		tx.select({ hash: lessons.sourceHash }).from(lessons).where(eq(lessons.versionId, versionId)),
	);
	const asked = yield* run(
		tx.select({ hash: items.askedHash }).from(items).where(eq(items.versionId, versionId)),
	);
	const [version] = yield* run(
		tx.select({ exam: courseVersions.exam }).from(courseVersions).where(eq(courseVersions.id, versionId)),
	);
	const hashes = (rows: { hash: string }[]) => new Set(rows.map(({ hash }) => hash));
	return {
		lessonHashes: hashes(read),
		askedHashes: hashes(asked),
		blueprint: version?.exam.blueprint ?? [],
	};
}
