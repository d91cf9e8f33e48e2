import { eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, personMerges } from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import { certificatesOf } from "../../certification/find.server.ts";
import { enrolmentsOf } from "../../learning/findEnrolment.server.ts";
import { jpByYear } from "../../learning/jpOfYear.server.ts";
import { identifierHistory } from "../../people/identifierHistory.server.ts";
import type { PersonInScope } from "../../people/personInScope.server.ts";
import { heldGrants } from "../acts/carryOut.server.ts";
import { retractedOf } from "./combine.ts";
import { mergeFault, unmergeFault } from "./faults.server.ts";

/** One of two records, as it is shown beside the other; numbers are masked. */
export type Side = Awaited<ReturnType<typeof sideOf>>;

export async function sideOf(person: PersonInScope) {
	const { personId } = person;
	const [identifiers, enrolments, certificates, jp, grants] = await Promise.all([
		identifierHistory(personId),
		enrolmentsOf(personId),
		certificatesOf(personId),
		jpByYear(personId),
		reading((tx) => heldGrants(tx, personId)),
	]);
	return {
		person,
		identifiers: identifiers.map(({ kind, masked, till }) => ({ kind, masked, isCurrent: till === null })),
		courses: enrolments.map(({ enrolment, version }) => ({ id: enrolment.courseId, title: version.title })),
		certificates: certificates.map(({ id, courseId, issuedAt, revokedAt, jp: hours }) => ({
			...{ id, courseId, issuedAt, revokedAt, jp: hours },
		})),
		jp: jp.reduce((sum, one) => sum + one.jp, 0),
		roles: grants.map(({ role }) => role),
	};
}

/** What merging the second record into the first would come to. */
export async function mergePreview(kept: PersonInScope, gone: PersonInScope, own: string | null) {
	const [one, other] = await Promise.all([sideOf(kept), sideOf(gone)]);
	const shared = one.courses.filter(({ id }) => other.courses.some((course) => course.id === id));
	const of = (side: Side, courseId: string) => side.certificates.filter((row) => row.courseId === courseId);
	const twice = shared.flatMap(({ id }) => retractedOf(of(one, id), of(other, id)) ?? []);
	const jpTwice = twice.reduce((sum, { jp }) => sum + jp, 0);
	return {
		kept: one,
		gone: other,
		fault: await reading((tx) => mergeFault(tx, kept.personId, gone.personId, own)),
		shared: shared.map(({ title }) => title),
		courses: one.courses.length + other.courses.length - shared.length,
		certificates: one.certificates.length + other.certificates.length,
		jp: one.jp + other.jp - jpTwice,
		jpTwice,
		hasBothPosts: one.person.isPresent && other.person.isPresent,
	};
}

/** A merge with what stands in the way of undoing it; null when there is none of that id. */
export async function findMerge(id: string, now: number) {
	const [merge] = await db.select().from(personMerges).where(eq(personMerges.id, id));
	if (!merge) return null;
	const { keptId, goneId, state, reason, actorName, at, undoneAt } = merge;
	const names = await db
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(inArray(people.id, [keptId, goneId]));
	const nameOf = (personId: string) => names.find((one) => one.id === personId)?.name ?? "";
	return {
		...{ id, keptId, goneId, state, reason, actorName, at, undoneAt },
		keptName: nameOf(keptId),
		goneName: nameOf(goneId),
		undoBy: await reading((tx) => unmergeFault(tx, merge, now)),
	};
}
