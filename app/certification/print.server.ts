import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import {
	agencies,
	type CertificatePrint,
	courses,
	courseVersions,
	enrolments,
	identifiers,
	lessons,
	memberships,
	people,
} from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import type { Renewal } from "../assessment/openRenewal.server.ts";
import { dayIn } from "../i18n/format.ts";
import { fullName } from "../people/names.ts";
import { isPresent } from "../people/present.server.ts";
import { designOf } from "./design/designs.server.ts";
import { courseCode } from "./number.ts";
import { lastValidDay } from "./validity.ts";

/** What an exam adds to the facts of course and person. */
export type ExamOutcome = { score: number; byCompetence: { code: string; level: number; score: number }[] };

export type Printable = {
	print: CertificatePrint;
	jp: number;
	/** ISO day; null: it does not run out. */
	validUntil: string | null;
	courseId: string;
	versionId: string;
	personId: string;
	issuerId: string;
	issuerCode: string;
	issuerZone: string;
	agencyId: string;
	unitId: string | null;
};

type Gathering = {
	enrolmentId: string;
	outcome: ExamOutcome;
	/** Gives the name of a competence's code. */
	competenceName: (code: string) => string;
	/** The renewal that it is earned by. */
	renewal: Renewal | null;
	now: number;
};

/** Gathers what a certificate prints, as it is at this moment. */
export function* gatherPrint(
	tx: Tx,
	{ enrolmentId, outcome, competenceName, renewal, now }: Gathering,
): Body<Printable> {
	const [row] = yield* run(
		tx
			.select({
				enrolment: enrolments,
				course: courses,
				version: courseVersions,
				issuer: agencies,
				person: people,
			})
			.from(enrolments)
			.innerJoin(courses, eq(courses.id, enrolments.courseId))
			.innerJoin(courseVersions, eq(courseVersions.id, enrolments.versionId))
			.innerJoin(agencies, eq(agencies.id, courses.agencyId))
			.innerJoin(people, eq(people.id, enrolments.personId))
			.where(eq(enrolments.id, enrolmentId)),
	);
	if (!row) throw new Error(`no enrolment ${enrolmentId}`);
	const { enrolment, course, version, issuer, person } = row;
	const post = yield* postOf(tx, person.id, now);
	const number = yield* employeeNumberOf(tx, person.id);
	const { unitName, signatory, logo } = yield* designOf(tx, issuer.id);
	const day = (at: number) => dayIn(at, issuer.timeZone);
	return {
		personId: person.id,
		courseId: course.id,
		versionId: version.id,
		jp: renewal?.jp ?? version.jp,
		validUntil: version.validity ? lastValidDay(day(now), version.validity.months) : null,
		issuerId: issuer.id,
		issuerCode: issuer.code,
		issuerZone: issuer.timeZone,
		agencyId: post?.agencyId ?? enrolment.agencyId,
		unitId: post?.unitId ?? enrolment.unitId,
		print: {
			name: fullName(person),
			identifierKind: number?.kind ?? "",
			identifier: number?.value ?? "",
			employment: post?.employment ?? "",
			grade: post?.grade ?? "",
			position: post?.position ?? "",
			agencyName: post?.agencyName ?? "",
			courseTitle: version.title,
			courseCode: courseCode(course.slug),
			form: version.form,
			issuerName: issuer.name,
			issuerPlace: "",
			...(unitName ? { unitName } : {}),
			...(logo ? { logo } : {}),
			signatory: signatory.name ? signatory : version.signatory,
			startedOn: day(renewal?.begunAt ?? enrolment.enrolledAt),
			finishedOn: day(now),
			issuedOn: day(now),
			jp: renewal?.jp ?? version.jp,
			score: outcome.score,
			subjects: yield* subjectsOf(tx, version, renewal),
			competences: outcome.byCompetence.map((part) => ({ ...part, name: competenceName(part.code) })),
		},
	};
}

/** The subjects with their hours; of a renewal by the difference the lessons that were new, together. */
function* subjectsOf(tx: Tx, version: typeof courseVersions.$inferSelect, renewal: Renewal | null) {
	if (renewal?.way !== "difference") return version.jpCalculation.map(({ subject, jp }) => ({ subject, jp }));
	const read = yield* run(
		tx
			.select({ id: lessons.id, title: lessons.title })
			.from(lessons)
			.where(eq(lessons.versionId, version.id))
			.orderBy(asc(lessons.position)),
	);
	const fresh = read.filter(({ id }) => renewal.lessonIds.includes(id)).map(({ title }) => title);
	return [{ subject: ["Pembaruan materi", fresh.join("; ")].filter(Boolean).join(": "), jp: renewal.jp }];
}

function* postOf(tx: Tx, personId: string, now: number) {
	const open = or(gt(memberships.validTo, now), isPresent());
	const [post] = yield* run(
		tx
			.select({
				agencyId: memberships.agencyId,
				unitId: memberships.unitId,
				employment: memberships.employment,
				grade: memberships.grade,
				position: memberships.position,
				agencyName: agencies.name,
			})
			.from(memberships)
			.innerJoin(agencies, eq(agencies.id, memberships.agencyId))
			.where(and(eq(memberships.personId, personId), lte(memberships.validFrom, now), open)),
	);
	return post;
}

function* employeeNumberOf(tx: Tx, personId: string) {
	const rows = yield* run(
		tx
			.select({ kind: identifiers.kind, value: identifiers.value })
			.from(identifiers)
			.where(and(eq(identifiers.personId, personId), isNull(identifiers.validTo))),
	);
	for (const { kind, value } of rows) if (kind === "NIP" || kind === "NI_PPPK") return { kind, value };
	return null;
}
