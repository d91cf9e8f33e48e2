import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, sum } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import {
	agencies,
	certificateActRows,
	certificateActs,
	certificates,
	courses,
	courseVersions,
} from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import { type Correction, correctionsOf } from "./corrections.server.ts";
import type { CertificateFault } from "./faults.ts";
import { certificatesByIds } from "./select.server.ts";

export type CertificateAct = typeof certificateActs.$inferSelect;

/** The agency's act; null when it has none of that id. */
export async function findAct(actId: string, agencyId: string): Promise<CertificateAct | null> {
	const own = and(eq(certificateActs.id, actId), eq(certificateActs.agencyId, agencyId));
	const [act] = await db.select().from(certificateActs).where(own);
	return act ?? null;
}

/** The agency's last acts that were not left, at most 20. */
export async function lastActs(agencyId: string): Promise<CertificateAct[]> {
	const own = eq(certificateActs.agencyId, agencyId);
	const rows = await db
		.select()
		.from(certificateActs)
		.where(own)
		.orderBy(desc(certificateActs.createdAt))
		.limit(40);
	return rows.filter(({ state }) => state !== "discarded").slice(0, 20);
}

export type ActSummary = {
	/** Certificates that are or were met, how many people hold them, and their hours. */
	met: number;
	people: number;
	jp: number;
	/** Why others are left as they are, and how many. */
	left: { fault: CertificateFault; n: number }[];
};

/** What an act does, or did, as numbers. */
export async function actSummary({ id }: CertificateAct): Promise<ActSummary> {
	const own = eq(certificateActRows.actId, id);
	const { personId, jp } = certificates;
	const met = db
		.select({ personId, n: count().as("n"), hours: sum(jp).as("hours") })
		.from(certificateActRows)
		.innerJoin(certificates, eq(certificates.id, certificateActRows.certificateId))
		.where(and(own, isNull(certificateActRows.fault)))
		.groupBy(personId)
		.as("met");
	const [[all], left] = await Promise.all([
		db.select({ people: count(), met: sum(met.n), jp: sum(met.hours) }).from(met),
		db
			.select({ fault: certificateActRows.fault, n: count() })
			.from(certificateActRows)
			.where(and(own, isNotNull(certificateActRows.fault)))
			.groupBy(certificateActRows.fault)
			.orderBy(asc(certificateActRows.fault)),
	]);
	return {
		met: Number(all?.met ?? 0),
		people: Number(all?.people ?? 0),
		jp: Number(all?.jp ?? 0),
		left: left.flatMap(({ fault, n }) => (fault ? [{ fault: fault as CertificateFault, n }] : [])),
	};
}

/** Lines of an act after a position, with what a reissue would print, or did. */
export async function actLines(act: CertificateAct, after: number, limit: number) {
	const { actId, position } = certificateActRows;
	const own = and(eq(actId, act.id), gt(position, after), lte(position, after + limit));
	const rows = await db.select().from(certificateActRows).where(own).orderBy(asc(position));
	const found = await certificatesByIds(
		rows.flatMap(({ certificateId, newId }) => [certificateId, newId ?? ""]),
	);
	const corrections =
		act.kind === "reissue" ? await ahead([...found.values()]) : new Map<string, Correction>();
	return rows.flatMap((row) => {
		const one = found.get(row.certificateId);
		if (!one) return [];
		const fresh = found.get(row.newId ?? "");
		const line = {
			position: row.position,
			id: one.id,
			number: one.number,
			jp: one.jp,
			fault: row.fault as CertificateFault | null,
		};
		const correction = fresh?.print ?? corrections.get(one.id);
		return {
			...line,
			name: one.print.name,
			course: one.print.courseTitle,
			isDone: row.doneAt !== null,
			fresh: fresh ? { id: fresh.id, number: fresh.number } : null,
			nameAfter: correction && correction.name !== one.print.name ? correction.name : "",
			isNumberCorrected: Boolean(correction && correction.identifier !== one.print.identifier),
		};
	});
}

const ahead = (rows: Parameters<typeof correctionsOf>[1]): Promise<Map<string, Correction>> =>
	reading((tx) => correctionsOf(tx, rows));

/** The issuer's courses by their latest titles. */
export async function issuedCourses(
	issuerId: string,
): Promise<{ id: string; slug: string; title: string }[]> {
	const rows = await db
		.select({ id: courses.id, slug: courses.slug, title: courseVersions.title })
		.from(courses)
		.innerJoin(courseVersions, eq(courseVersions.courseId, courses.id))
		.where(eq(courses.agencyId, issuerId))
		.orderBy(asc(courseVersions.number));
	const latest = new Map(rows.map((row) => [row.id, row]));
	return [...latest.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The agency's IANA zone. */
export async function zoneOf(agencyId: string): Promise<string> {
	const own = eq(agencies.id, agencyId);
	const [row] = await db.select({ timeZone: agencies.timeZone }).from(agencies).where(own);
	return row?.timeZone ?? "Asia/Jakarta";
}
