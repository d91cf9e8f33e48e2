import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import type { AssignmentRule } from "#db/schema/assignments.ts";
import { enrolments, memberships, people, units } from "#db/schema/index.ts";
import { reading } from "#db/transaction.server.ts";
import { byName, postsByRule } from "./candidates.server.ts";
import { reachesOf } from "./ground.server.ts";
import { levelsOf } from "./levels.server.ts";
import { gapOf } from "./settle.server.ts";

/** The first ones by name, how many there are, and how many of them have passed everything already. */
export type Preview = {
	first: { personId: string; name: string; unitName: string | null }[];
	people: number;
	passed: number;
	/** Of a gap: so many of `candidates` were looked at, the first ones by name. */
	checked: number;
	candidates: number;
};
type Asked = { agencyId: string; rule: AssignmentRule; courseIds: readonly string[]; now: number };

const SHOWN = 10;
/** Levels are computed, not stored: of a larger agency a part is looked at, and said so. */
export const GAPS_LOOKED_AT = 5000;

/** Whom an assignment would reach; nothing is written. */
export async function previewAssignment({ agencyId, rule, courseIds, now }: Asked): Promise<Preview> {
	const draft = { id: "", agencyId, rule };
	const reach = (await reading((tx) => reachesOf(tx, [draft]))).get("");
	const within = postsByRule(agencyId, rule, reach ?? { within: new Set(), carried: new Set() });
	const [all] = await db.select({ n: count() }).from(memberships).where(within);
	const candidates = all?.n ?? 0;
	if (rule.gap === "") {
		const counted = { people: candidates, checked: candidates, candidates };
		return { ...counted, first: await firstOf(within), passed: await passedOf(within, courseIds) };
	}
	return previewGap(within, { rule, courseIds, now, candidates });
}

async function previewGap(
	within: SQL | undefined,
	{ rule, courseIds, now, candidates }: Omit<Asked, "agencyId"> & { candidates: number },
): Promise<Preview> {
	const posts = await db
		.select({ personId: memberships.personId, jobClass: memberships.jobClass })
		.from(memberships)
		.where(within)
		.orderBy(...byName)
		.limit(GAPS_LOOKED_AT);
	const levels = await levelsOf(
		posts.map(({ personId }) => personId),
		now,
	);
	const met = posts.filter((post) => gapOf(rule.gap, post, levels)).map(({ personId }) => personId);
	const these = and(within, inArray(memberships.personId, [...met, ""]));
	return {
		first: await firstOf(these),
		people: met.length,
		passed: await passedOf(these, courseIds),
		checked: posts.length,
		candidates,
	};
}

async function firstOf(within: SQL | undefined) {
	return db
		.select({ personId: people.id, name: people.name, unitName: units.name })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.leftJoin(units, eq(units.id, memberships.unitId))
		.where(within)
		.orderBy(...byName)
		.limit(SHOWN);
}

async function passedOf(within: SQL | undefined, courseIds: readonly string[]): Promise<number> {
	const mine = and(
		eq(enrolments.personId, memberships.personId),
		inArray(enrolments.courseId, [...courseIds]),
		eq(enrolments.state, "passed"),
	);
	const done = db.select({ n: count() }).from(enrolments).where(mine);
	const [row] = await db
		.select({ n: count() })
		.from(memberships)
		.where(and(within, sql`(${done}) = ${courseIds.length}`));
	return row?.n ?? 0;
}
