import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { advanceRepair } from "#app/certification/advanceRepair.server.ts";
import { planRepair } from "#app/certification/planRepair.server.ts";
import { applyRepair, undoRepair } from "#app/certification/repairActs.server.ts";
import { db } from "#db/client.server.ts";
import { enrolments, items } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makePerson } from "#tests/support/make/course.ts";
import {
	agencyId,
	competenceName,
	mark,
	setUpEssays,
	sitting,
	waitingFor,
} from "#tests/support/make/essaySitting.ts";
import { examState } from "#tests/support/make/examState.ts";
import { LATER } from "#tests/support/make/repairs.ts";

beforeAll(setUpEssays);

async function essayUnderRepair(versionId: string) {
	const own = and(eq(items.versionId, versionId), eq(items.type, "essay"));
	const [item] = await db.select({ id: items.id }).from(items).where(own);
	const by = { scope: [agencyId], actor: { id: await makePerson(agencyId), name: "Penguji" }, now: LATER };
	const reason = "Soalnya tidak jelas.";
	const plan = { ...by, itemId: item?.id ?? "", kind: "neutral" as const, answer: null, reason };
	const planned = await transaction((tx) => planRepair(tx, plan));
	if (!("repairId" in planned)) throw new Error(planned.refused);
	const act = { ...by, repairId: planned.repairId };
	const advance = () => advanceRepair(act.repairId, competenceName, () => LATER);
	await advance();
	return {
		apply: async () => {
			expect(await transaction((tx) => applyRepair(tx, act))).toBe("done");
			await advance();
		},
		undo: async () => {
			expect(await transaction((tx) => undoRepair(tx, { ...act, reason }))).toBe("done");
			await advance();
		},
	};
}

const stateOf = async (id: string) =>
	(await db.select({ state: enrolments.state }).from(enrolments).where(eq(enrolments.id, id)))[0]?.state;

it.each([
	["who passes without it has the certificate at once", "a", "passed"],
	["who does not pass without it has that result at once", "b", "not-passed"],
])(
	"a free text that waits is neutralised: %s; undone, it waits again as before",
	async (_, choice, reached) => {
		const { versionId, enrolmentId } = await sitting(`netral-${choice}`, "Saya melapor.", false, choice);
		const before = await examState(versionId);
		expect(before.attempts).toMatchObject([{ score: null }]);
		const waiting = await waitingFor(0);
		const repair = await essayUnderRepair(versionId);
		await repair.apply();
		const after = await examState(versionId);
		expect(after.attempts).toMatchObject([{ score: choice === "a" ? 100 : 0 }]);
		expect(await stateOf(enrolmentId)).toBe(reached);
		expect(after.standing).toHaveLength(choice === "a" ? 1 : 0);
		// Nobody is asked to mark what counts for nobody.
		expect(await waitingFor(0)).toHaveLength(waiting.length - 1);

		await repair.undo();
		expect(await examState(versionId)).toEqual(before);
		expect(await waitingFor(0)).toEqual(waiting);
		const [answerId = ""] = waiting.slice(-1);
		await mark(answerId, 0, 500, 500, LATER + 1);
		expect(await stateOf(enrolmentId)).toBe(choice === "a" ? "passed" : "not-passed");
	},
);
