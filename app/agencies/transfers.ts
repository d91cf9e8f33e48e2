import { isWithin, type TreeUnit } from "./tree.ts";
import type { NewUnit } from "./unitActs.ts";

export type NewAgency = { id: string; code: string; name: string; shortName: string };

/** What is to become of a whole agency; ids of what is made come with the plan. */
export type TransferPlan =
	/** It goes whole into another and closes; what it had stands there below one unit that has its name. */
	| { kind: "agency.merge"; into: string; gathering: string }
	/** It stays with what is not named; each part is a new agency with the units named and all below them. */
	| { kind: "agency.split"; parts: (NewAgency & { unitIds: string[] })[] };

export type TransferFault =
	| "closed"
	| "future"
	| "too-early"
	| "no-name"
	/** A code that another agency has, or no code that can stand in an address. */
	| "agency-code"
	/** No open unit of this agency, or no other agency that is open. */
	| "unknown"
	| "too-few"
	/** A unit is named for two parts, or with one that it stands below. */
	| "unit-twice";

export type Transferring = {
	agency: { id: string; code: string; name: string; isOpen: boolean; since: string };
	units: readonly TreeUnit[];
	/** Where a merged agency goes; null: there is none of that id. */
	into: { id: string; isOpen: boolean; since: string; units: readonly TreeUnit[] } | null;
	/** Codes of all agencies there ever were. */
	agencyCodes: ReadonlySet<string>;
};
export type MovedUnit = { before: TreeUnit; after: TreeUnit; to: string };
export type TransferEffect = {
	made: NewAgency[];
	/** The unit in which a merged agency's people and units stand. */
	gathering: (NewUnit & { agencyId: string }) | null;
	units: MovedUnit[];
};

const CODE = /^[A-Z0-9][A-Z0-9-]{1,19}$/;
const refuse = (refused: TransferFault) => ({ refused });

/** What the plan does as of the day (ISO), or why it cannot be done. @param today what has not come yet is not recorded */
export function decideTransfer(
	state: Transferring,
	plan: TransferPlan,
	day: string,
	today: string,
): TransferEffect | { refused: TransferFault } {
	if (!state.agency.isOpen) return refuse("closed");
	if (day > today) return refuse("future");
	const effect = plan.kind === "agency.merge" ? merged(state, plan, day) : split(state, plan, day);
	if ("refused" in effect) return effect;
	const touched = [state.agency.since, ...effect.units.map(({ before }) => before.since)];
	if (plan.kind === "agency.merge") touched.push(state.into?.since ?? "");
	return touched.some((since) => since > day) ? refuse("too-early") : effect;
}

type Of<K extends TransferPlan["kind"]> = Extract<TransferPlan, { kind: K }>;
type Effect = TransferEffect | { refused: TransferFault };

function merged({ agency, units, into }: Transferring, plan: Of<"agency.merge">, day: string): Effect {
	if (!into?.isOpen || into.id === agency.id) return refuse("unknown");
	const taken = new Set(into.units.map(({ code }) => code));
	const freeCode = (code: string) => {
		const own = taken.has(code) ? `${agency.code}.${code}` : code;
		taken.add(own);
		return own;
	};
	const gathering = { id: plan.gathering, code: freeCode(agency.code), name: agency.name, agencyId: into.id };
	return {
		made: [],
		gathering,
		units: units.map((before) => ({
			before,
			after: {
				...before,
				code: freeCode(before.code),
				parentId: before.parentId ?? gathering.id,
				since: day,
			},
			to: into.id,
		})),
	};
}

function split({ units, agencyCodes }: Transferring, { parts }: Of<"agency.split">, day: string): Effect {
	if (parts.length === 0 || parts.some(({ unitIds }) => unitIds.length === 0)) return refuse("too-few");
	const tree = new Map(units.map((unit) => [unit.id, unit]));
	const named = parts.flatMap(({ unitIds }) => unitIds);
	if (named.some((id) => !tree.has(id))) return refuse("unknown");
	if (parts.some(({ name, shortName }) => !name || !shortName)) return refuse("no-name");
	const codes = parts.map(({ code }) => code);
	if (codes.some((code, at) => !CODE.test(code) || agencyCodes.has(code) || codes.indexOf(code) !== at))
		return refuse("agency-code");
	const isNested = (id: string) => named.some((other) => other !== id && isWithin(tree, id, other));
	if (new Set(named).size < named.length || named.some(isNested)) return refuse("unit-twice");
	return {
		made: parts.map(({ unitIds: _, ...agency }) => agency),
		gathering: null,
		units: units.flatMap((before) => {
			const part = parts.find(({ unitIds }) => unitIds.some((id) => isWithin(tree, before.id, id)));
			if (!part) return [];
			const parentId = part.unitIds.includes(before.id) ? null : before.parentId;
			return { before, after: { ...before, parentId, since: day }, to: part.id };
		}),
	};
}
