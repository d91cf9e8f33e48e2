import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOf, type Named, pairsOf } from "#app/people/duplicates/pairs.ts";
import { similarNames } from "#app/people/roster/similarNames.ts";
import "#tests/support/runs.ts";

const named = (personId: string, name: string, value = "199001012015011001"): Named => ({
	personId,
	name,
	value,
});

describe("records that may be one person's", () => {
	it("are those of one birth date with similar names, old and new numbers told apart", () => {
		expect(pairsOf([named("b", "Sari Utami"), named("a", "Sari Utamy")])).toEqual([
			{ oneId: "a", otherId: "b", reason: "birth-date" },
		]);
		const pppk = named("b", "Sari Utami", "199001012021212001");
		expect(pairsOf([named("a", "Sari Utami"), pppk])[0]?.reason).toBe("old-new-number");
		expect(pairsOf([named("a", "Sari Utami"), named("b", "Budi Hartono")])).toEqual([]);
		expect(pairsOf([named("a", "Sari Utami"), named("a", "Sari Utami")])).toEqual([]);
	});

	it("share a birth date, or what stands before the @", () => {
		expect(groupOf("199001012015011001")).toBe("19900101");
		expect(groupOf("sari+uji@a.go.id")).toBe(groupOf("sari@b.id"));
		expect(groupOf("sari@a.id")).not.toBe(groupOf("sarina@a.id"));
		expect(pairsOf([named("a", "Sari", "sari@a.id"), named("b", "Sari", "sari@b.id")])[0]?.reason).toBe(
			"email",
		);
	});

	it("are the same pairs as if each were compared with each", () => {
		const word = fc.stringMatching(/^[a-d]{4,7}$/);
		const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
		fc.assert(
			fc.property(fc.array(name, { maxLength: 12 }), (names) => {
				const group = names.map((one, at) => named(`p${String(at).padStart(2, "0")}`, one));
				const all = group.flatMap((one, at) =>
					group
						.slice(at + 1)
						.filter((other) => similarNames(one.name, other.name))
						.map((other) => `${one.personId} ${other.personId}`),
				);
				expect(
					pairsOf(group)
						.map(({ oneId, otherId }) => `${oneId} ${otherId}`)
						.sort(),
				).toEqual(all.sort());
			}),
		);
	});
});
