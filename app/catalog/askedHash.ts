import { createHash } from "node:crypto";

/** What an item carries without being asked or scored by it: its name, its author's notes, what is said afterwards. */
const NOTES = new Set([
	"code",
	"competence",
	"level",
	"difficulty",
	"discrimination",
	"source",
	"leakRisk",
	"prototype",
	"rationale",
	"feedback",
]);

/**
 * sha256, hex, of what an item asks and how it is scored. Items of equal hash may be pooled in statistics: a mended
 * feedback, a new estimate of difficulty or the next version of a course begins no new count.
 */
export function askedHash(item: unknown): string {
	return createHash("sha256").update(canonical(item, NOTES)).digest("hex");
}

/** One text for equal values, whatever the order of their keys; keys named in `without` are left out at every depth. */
export function canonical(value: unknown, without: ReadonlySet<string> = new Set()): string {
	if (Array.isArray(value)) return `[${value.map((one) => canonical(one, without)).join(",")}]`;
	if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
	const entries = Object.entries(value)
		.filter(([name, held]) => !saysNothing(held) && !without.has(name))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held, without)}`);
	return `{${entries.join(",")}}`;
}

/** What a schema may fill in where the author wrote nothing: it must not make another item of an older one. */
function saysNothing(held: unknown): boolean {
	return held === undefined || held === false || (Array.isArray(held) && held.length === 0);
}
