import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { createPerson } from "#app/people/createPerson.server.ts";
import { isPresent } from "#app/people/present.server.ts";
import { applyReorganisation, planReorganisation } from "#app/records/reorganisation/acts.server.ts";
import { advanceReorganisation } from "#app/records/reorganisation/advance.server.ts";
import { db } from "#db/client.server.ts";
import { memberships, rosterRows } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeUnit } from "#tests/support/make/agencies.ts";
import { makeAgency, NOW } from "#tests/support/make/course.ts";
import { admin, begin, type Cells, finish, LATER, stage, step } from "#tests/support/make/rosterRuns.ts";

let serial = 0;
let here: string;
let unitId: string;
let personId: string;
let nip: string;

beforeEach(async () => {
	const n = String(++serial).padStart(4, "0");
	here = await makeAgency(`C${n}`);
	unitId = await makeUnit(here, "Dinas Lama");
	nip = `1986${n}1020050110`.padEnd(18, "3");
	const post = { employment: "PNS", jobClass: "pelaksana", position: "Pengelola", grade: "III/a" } as const;
	const identifiers = [{ kind: "NIP" as const, value: nip }];
	const made = await transaction((tx) =>
		createPerson(tx, {
			name: "Sari Utami",
			identifiers,
			post: { agencyId: here, unitId, ...post },
			now: NOW,
		}),
	);
	personId = made?.personId ?? "";
});

async function planned(now = LATER): Promise<string> {
	const plan = { kind: "unit.close", unitId } as const;
	const words = { reason: "Penataan", legalBasis: "Perbup 1/2026" };
	const what = { agencyId: here, plan, day: "2026-11-25", ...words, actor: admin, now };
	const made = await transaction((tx) => planReorganisation(tx, what));
	return "id" in made ? made.id : "";
}
const apply = (id: string, now = LATER) =>
	transaction((tx) =>
		applyReorganisation(tx, { id, scope: { kind: "agency", agencyId: here }, actor: admin, now }),
	);
const present = () =>
	db
		.select({ agencyId: memberships.agencyId, unitId: memberships.unitId, mark: memberships.endRunId })
		.from(memberships)
		.where(and(eq(memberships.personId, personId), isPresent()));
const promoted = (): Cells[] => [{ nip, name: "Sari Utami", position: "Kepala Seksi" }];

describe("units and the roster of one agency", () => {
	it("are not changed while the roster's posts are being written", async () => {
		const [run, act] = [await stage(here, promoted()), await planned()];
		expect(await begin(here, run)).toBe("done");
		await step(run);
		expect(await apply(act)).toBe("roster-at-work");
		expect(await finish(run)).toBe("applied");
		expect(await apply(act)).toBe("done");
		await advanceReorganisation(act, () => LATER);
		expect(await present()).toEqual([{ agencyId: here, unitId: null, mark: null }]);
	});

	it("a roster that was compared with the units of before is to be compared again", async () => {
		const [run, act] = [await stage(here, promoted()), await planned()];
		expect(await apply(act)).toBe("done");
		expect(await begin(here, run)).toBe("units-changed");
		await advanceReorganisation(act, () => LATER);
		expect(await begin(here, run)).toBe("units-changed");
		const later = LATER + 1;
		expect(await begin(here, await stage(here, promoted(), later), later)).toBe("done");
	});
});

it("somebody whom another agency is about to take over goes with the unit, and its import leaves the row", async () => {
	const there = await makeAgency(`D${String(serial).padStart(4, "0")}`);
	const run = await stage(there, [{ nip, name: "Sari Utami", position: "Kepala Seksi" }]);
	const act = await planned();
	await begin(there, run);
	await step(run);
	expect(await present()).toEqual([{ agencyId: here, unitId, mark: run }]);
	expect(await apply(act)).toBe("done");
	await advanceReorganisation(act, () => LATER);
	expect(await finish(run)).toBe("applied");
	expect(await present()).toEqual([{ agencyId: here, unitId: null, mark: null }]);
	const rows = await db.select({ done: rosterRows.done }).from(rosterRows).where(eq(rosterRows.runId, run));
	expect(rows).toEqual([{ done: "left" }]);
});
