import type { Viewer } from "#app/access/viewer.server.ts";
import { certificatesOf } from "#app/certification/find.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { enrolmentsOf } from "#app/learning/findEnrolment.server.ts";
import { jpOfYear } from "#app/learning/jpOfYear.server.ts";
import { type Colleague, maskedIdentifiers } from "#app/people/colleague.server.ts";

export type PersonPage = Awaited<ReturnType<typeof personPage>>;

/** What an admin of the person's agency sees of them; numbers are masked. */
export async function personPage(person: Colleague, viewer: Viewer, now: number) {
	const { personId } = person;
	const year = Number(dayIn(now, viewer.timeZone).slice(0, 4));
	const [numbers, enrolments, certificates, jp] = await Promise.all([
		maskedIdentifiers(personId),
		enrolmentsOf(personId),
		certificatesOf(personId),
		jpOfYear(personId, year),
	]);
	return {
		person,
		numbers,
		year,
		jp,
		courses: enrolments.map(({ enrolment, slug, version }) => ({
			slug,
			title: version.title,
			state: enrolment.state,
			enrolledAt: enrolment.enrolledAt,
		})),
		certificates: certificates.map(({ id, number, jp: hours, issuedAt, revokedAt, print }) => ({
			id,
			number,
			jp: hours,
			issuedAt,
			isRevoked: revokedAt !== null,
			title: print.courseTitle,
		})),
	};
}
