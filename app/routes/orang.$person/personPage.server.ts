import { can } from "#app/access/permissions.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { looksAt } from "#app/activity/looks.server.ts";
import { certificatesOf } from "#app/certification/find.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { enrolmentsOf } from "#app/learning/findEnrolment.server.ts";
import { periodAt } from "#app/learning/ledger/jpYear.ts";
import { jpRecords, yearOf, yearsIn } from "#app/learning/ledger/record.server.ts";
import { identifierHistory } from "#app/people/identifierHistory.server.ts";
import { type PersonInScope, postsOf } from "#app/people/personInScope.server.ts";
import { actsOn } from "#app/records/acts/view.server.ts";
import { recordsWithin } from "#app/records/merge/faults.server.ts";
import { reading } from "#db/transaction.server.ts";

export type PersonPage = Awaited<ReturnType<typeof personPage>>;
const LATEST = 20;

/** What somebody in whose scope the person is sees of them; numbers are masked. */
export async function personPage(person: PersonInScope, viewer: Viewer, now: number) {
	const { personId } = person;
	const records = [personId, ...(await reading((tx) => recordsWithin(tx, personId)))];
	const day = dayIn(now, viewer.timeZone);
	const [identifiers, posts, enrolments, certificates, ledger, looks, acts] = await Promise.all([
		identifierHistory(personId),
		postsOf([personId]),
		enrolmentsOf(personId),
		certificatesOf(personId),
		reading((tx) => jpRecords(tx, [personId], viewer.timeZone)),
		looksAt(records, LATEST),
		actsOn(records, LATEST),
	]);
	const mayManage = can(viewer, "people.manage");
	const year = Number(day.slice(0, 4));
	const record = ledger.get(personId) ?? { items: [], service: [] };
	return {
		person,
		identifiers,
		posts,
		looks,
		// An act is open to those who decided it.
		acts: acts.map(({ agencyId, ...act }) => ({
			...act,
			isOwn: mayManage && agencyId === person.agencyId && act.personId === personId,
		})),
		year,
		jp: yearsIn(record).map((one) => ({ year: one, jp: yearOf(record, one).earned })),
		standing: periodAt(yearOf(record, year), day),
		mayManage,
		mayReveal: can(viewer, "nip.reveal"),
		courses: enrolments.map(({ enrolment, slug, version }) => ({
			slug,
			title: version.title,
			state: enrolment.state,
			enrolledAt: enrolment.enrolledAt,
		})),
		certificates: certificates.map(({ id, number, jp: hours, issuedAt, print, ...standing }) => ({
			id,
			number,
			jp: hours,
			issuedAt,
			isRevoked: standing.revokedAt !== null,
			isReplaced: standing.replacedById !== null,
			title: print.courseTitle,
		})),
	};
}
