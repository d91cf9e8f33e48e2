import type { ActivityKind } from "#db/schema/index.ts";
import { type Month, monthOf } from "./month.ts";

/** What is counted of an agency, a unit or a course, in the order in which it is shown. */
export const measures = ["people", "enrolled", "finished", "passed", "certificates", "jp"] as const;
export type Measure = (typeof measures)[number];
export type Counts = Record<Measure, number>;

/** What folding needs of a row of the activity log. */
export type LoggedFact = {
	kind: ActivityKind;
	agencyId: string | null;
	unitId: string | null;
	courseId: string | null;
	jp: number;
	/** Of merged records: the measures that were counted twice, each 1. */
	data?: Readonly<Record<string, unknown>>;
	occurredAt: number;
};

export type Delta = { agencyId: string; unitId: string; courseId: string; month: Month } & Counts;

const effects: Partial<Record<ActivityKind, Partial<Counts>>> = {
	"person.joined": { people: 1 },
	"person.left": { people: -1 },
	"course.enrolled": { enrolled: 1 },
	"course.finished": { finished: 1 },
	"exam.passed": { passed: 1 },
	"exam.pass-withdrawn": { passed: -1 },
	"certificate.issued": { certificates: 1 },
	"certificate.revoked": { certificates: -1 },
	"certificate.reinstated": { certificates: 1 },
};

export const noCounts: Readonly<Counts> = {
	people: 0,
	enrolled: 0,
	finished: 0,
	passed: 0,
	certificates: 0,
	jp: 0,
};

/** The sums, measure by measure. */
export function addCounts(a: Counts, b: Counts): Counts {
	return mapCounts((measure) => a[measure] + b[measure]);
}

export function mapCounts<T>(of: (measure: Measure) => T): Record<Measure, T> {
	return Object.fromEntries(measures.map((measure) => [measure, of(measure)])) as Record<Measure, T>;
}

/** What one fact changes; null when it changes no count of any agency. It belongs to the month it happened in. */
export function deltaOf(fact: LoggedFact): Delta | null {
	const effect = effects[fact.kind] ?? mergedEffect(fact);
	if (!fact.agencyId || (!effect && fact.jp === 0)) return null;
	return {
		agencyId: fact.agencyId,
		unitId: fact.unitId ?? "",
		courseId: effect?.people ? "" : (fact.courseId ?? ""),
		month: monthOf(fact.occurredAt),
		...noCounts,
		...effect,
		jp: fact.jp,
	};
}

/** What two records counted twice is counted once; with an undo it is counted twice again. */
function mergedEffect({ kind, data }: LoggedFact): Partial<Counts> | undefined {
	if (kind !== "record.merged" && kind !== "record.unmerged") return undefined;
	const sign = kind === "record.merged" ? -1 : 1;
	return mapCounts((measure) => (measure !== "jp" && data?.[measure] === 1 ? sign : 0));
}

/** Adds up the deltas that have the same key, in the order of their keys. */
export function sumBy<T extends Counts>(deltas: readonly T[], keyOf: (delta: T) => string): T[] {
	const sums = new Map<string, T>();
	for (const delta of deltas) {
		const key = keyOf(delta);
		const sum = sums.get(key);
		sums.set(key, sum ? { ...sum, ...addCounts(sum, delta) } : delta);
	}
	// One order for all writers: two that fold at once then wait for each other, not both.
	return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
