import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { prepared } from "#db/prepared.server.ts";
import { agencies, courses, courseVersions, lessons, media } from "#db/schema/index.ts";
import { opensTo } from "./listCourses.server.ts";

export type Version = typeof courseVersions.$inferSelect;
export type Course = typeof courses.$inferSelect;
export type OutlineLesson = { id: string; slug: string; title: string; minutes: number; objective: string };

/** A course that is open to people of this agency (null: strangers), with its owner; null when there is none. */
export async function findOpenCourse(slug: string, agencyId: string | null) {
	const [row] = await db
		.select({ course: courses, ownerName: agencies.name })
		.from(courses)
		.innerJoin(agencies, eq(agencies.id, courses.agencyId))
		.where(and(eq(courses.slug, slug), opensTo(agencyId)));
	return row ?? null;
}

const versionRows = () =>
	prepared("version", (on, name) =>
		on
			.select()
			.from(courseVersions)
			.where(eq(courseVersions.id, sql.placeholder("versionId")))
			.prepare(name),
	);

export async function findVersion(versionId: string): Promise<Version | null> {
	const [row] = await versionRows().execute({ versionId });
	return row ?? null;
}

// A version is immutable, so what is read of it once holds for as long as the program runs.
const outlines = new Map<string, OutlineLesson[]>();
const pictures = new Map<string, Map<string, string>>();

/** The lessons of a version in order, without their text. */
export async function outlineOf(versionId: string): Promise<OutlineLesson[]> {
	const { id, slug, title, minutes, objective, position } = lessons;
	const kept =
		outlines.get(versionId) ??
		(await db
			.select({ id, slug, title, minutes, objective })
			.from(lessons)
			.where(eq(lessons.versionId, versionId))
			.orderBy(asc(position)));
	outlines.set(versionId, kept);
	return kept;
}

/** Addresses of a version's pictures by the name that lessons use. */
export async function mediaOf(versionId: string): Promise<Map<string, string>> {
	const kept = pictures.get(versionId);
	if (kept) return kept;
	const rows = await db.select().from(media).where(eq(media.versionId, versionId));
	const made = new Map(rows.map(({ name, hash }) => [name, mediaAddress(hash, name)]));
	pictures.set(versionId, made);
	return made;
}

/** Where a stored file is served; the name is for people who save it. */
export function mediaAddress(hash: string, name: string): string {
	return `/media/${hash}/${name.replace(/^media\//, "")}`;
}
