import { eq } from "drizzle-orm";
import { certificatesOf } from "#app/certification/find.server.ts";
import { db } from "#db/client.server.ts";
import { certificates, people } from "#db/schema/index.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";
import { passExam } from "#tests/support/make/passExam.ts";

export const actor = { id: null, name: "Admin Uji" };
export const reason = "Nama pemilik keliru tercetak.";
let serial = 0;

/** An agency with a course whose certificates run out after a year, and people who pass it. */
export async function issuer() {
	const code = `T${++serial}-${Math.floor(Math.random() * 1e9)}`;
	const agencyId = await makeAgency(code);
	const slug = `tindakan-${code.toLowerCase()}`;
	const course = await makeCourse(agencyId, slug, { validity: { months: 12, renewal: "whole" } });
	const award = async (now = NOW) => {
		const personId = await makePerson(agencyId);
		await passExam({ ...course, personId, agencyId, now });
		const [found] = await certificatesOf(personId);
		if (!found) throw new Error("no certificate");
		return found;
	};
	return { code, slug, agencyId, course, award };
}

export const rename = (personId: string, name: string) =>
	db.update(people).set({ name }).where(eq(people.id, personId));

export async function certificate(id: string) {
	const [row] = await db.select().from(certificates).where(eq(certificates.id, id));
	if (!row) throw new Error(`no certificate ${id}`);
	return row;
}
