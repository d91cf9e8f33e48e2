import { begin, give } from "#app/assessment/placement/placementActs.server.ts";

type Who = { personId: string; agencyId: string };

/** A sitting of the person to its end; `knows` says by position whether the answer is right. */
export async function sitPlacement(who: Who, knows: (position: number) => boolean, now: number, seed = 7) {
	const begun = await begin({ ...who, unitId: null, seed, now });
	if (begun.kind !== "begun") throw new Error(begun.kind);
	const { sittingId } = begun;
	let step = begun.step;
	while (step.kind === "item") {
		const value = { chosen: [knows(step.position) ? "a" : "b"] };
		const given = await give({ sittingId, personId: who.personId, position: step.position, value, now });
		if (given.kind !== "taken") throw new Error(given.kind);
		step = given.step;
	}
	return sittingId;
}
