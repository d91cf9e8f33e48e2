import { expect, it } from "vitest";
import { certificatesOf } from "#app/certification/find.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";
import { passExam } from "#tests/support/make/passExam.ts";

it("forty who begin, answer and hand in at the same moment all pass, with numbers without gaps or doubles", async () => {
	const agencyId = await makeAgency("RAMAI");
	const course = await makeCourse(agencyId, "ujian-bersama");
	const people: string[] = [];
	for (let n = 0; n < 40; n++) people.push(await makePerson(agencyId));
	await Promise.all(people.map((personId) => passExam({ ...course, personId, agencyId, now: NOW })));
	const numbers = (await Promise.all(people.map(certificatesOf))).flat().map(({ number }) => number);
	const expected = people.map((_, n) => `${String(n + 1).padStart(6, "0")}/UB/RAMAI/XI/2026`);
	expect(numbers.sort()).toEqual(expected);
});
