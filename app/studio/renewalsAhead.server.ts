import { createHash } from "node:crypto";
import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import { certificates, courseVersions } from "#db/schema/index.ts";
import { type Body, reading, run, type Tx } from "#db/transaction.server.ts";
import type { Item } from "../assessment/item.ts";
import { nationalItems } from "../assessment/nationalBank.server.ts";
import { passedVersion } from "../assessment/passedVersion.server.ts";
import { itemCount, versionDifference } from "../assessment/versionDifference.ts";
import { askedHash } from "../catalog/askedHash.ts";
import { familyOf } from "../catalog/blueprint.ts";
import { minutesPerJpAt } from "../certification/renewal/offer.server.ts";
import { differenceWork } from "../certification/renewal/work.ts";
import { type Draft, itemsOf, lessonsOf } from "./drafts.server.ts";

/** What the holders of one earlier version's certificates would have to do to renew, once a draft is published. */
export type RenewalAhead = {
	/** The version's running number in its course. */
	number: number;
	people: number;
	/** null: the whole. */
	difference: { lessons: number; items: number } | null;
	whole: { lessons: number; items: number };
};

/** The renewals that publishing a draft brings about, by earlier version; empty when none of its certificates runs out. */
export async function renewalsAhead(draft: Draft, now: number): Promise<RenewalAhead[]> {
	const { validity, exam } = draft.facts;
	const holders = await reading((tx) => holdersByVersion(tx, draft.courseId));
	if (holders.length === 0) return [];
	const [texts, own, national] = await Promise.all([lessonsOf(draft.id), itemsOf(draft.id), nationalItems()]);
	const lessons = texts.map((text) => ({ ...text, sourceHash: sha256(text.source) }));
	const bank = [
		...own.map((item) => candidate(item)),
		...national.map(({ item }) => candidate(item, "national" as const)),
	];
	const { blueprint, durationMinutes } = exam;
	const whole = { lessons, blueprint, durationMinutes, jp: draft.facts.jp };
	const ahead: RenewalAhead[] = [];
	for (const { versionId, number, people } of holders) {
		const passed = await reading((tx) => passedVersion(tx, versionId));
		const part = versionDifference(passed, { lessons, bank, blueprint });
		const work = validity?.renewal === "difference" ? differenceWork(whole, part, minutesPerJpAt(now)) : null;
		ahead.push({
			...{ number, people },
			difference: work && { lessons: work.lessons.length, items: work.items },
			whole: { lessons: lessons.length, items: itemCount(blueprint) },
		});
	}
	return ahead;
}

function* holdersByVersion(
	tx: Tx,
	courseId: string,
): Body<{ versionId: string; number: number; people: number }[]> {
	const standing = and(
		eq(courseVersions.courseId, courseId),
		isNotNull(certificates.validUntil),
		isNull(certificates.revokedAt),
		// Renewed already: that certificate's end is told no more.
		isNotNull(certificates.remindOn),
	);
	return yield* run(
		tx
			.select({ versionId: courseVersions.id, number: courseVersions.number, people: count() })
			.from(certificates)
			.innerJoin(courseVersions, eq(courseVersions.id, certificates.versionId))
			.where(standing)
			.groupBy(courseVersions.id, courseVersions.number)
			.orderBy(asc(courseVersions.number)),
	);
}

function candidate(item: Item, from?: "national") {
	const { code, prototype, competence, level } = item;
	return { competence, level, from, family: familyOf({ code, prototype, from }), askedHash: askedHash(item) };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
