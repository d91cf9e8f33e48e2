import { z } from "zod";
import type { AgencyPlan } from "../../agencies/agencyActs.ts";
import type { TransferPlan } from "../../agencies/transfers.ts";
import type { UnitPlan } from "../../agencies/unitActs.ts";

export type Plan = UnitPlan | AgencyPlan | TransferPlan;

const id = z.string().min(1);
const named = { id, code: z.string(), name: z.string() };
const schema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("unit.rename"), unitId: id, code: z.string(), name: z.string() }),
	z.object({ kind: z.literal("unit.move"), unitId: id, parentId: id.nullable() }),
	z.object({
		kind: z.literal("unit.merge"),
		unitIds: z.array(id),
		into: id.nullable(),
		made: z.object({ ...named, parentId: id.nullable() }).nullable(),
	}),
	z.object({
		kind: z.literal("unit.split"),
		unitId: id,
		parts: z.array(z.object({ ...named, people: z.array(id) })),
	}),
	z.object({ kind: z.literal("unit.close"), unitId: id }),
	z.object({ kind: z.literal("agency.rename"), name: z.string(), shortName: z.string() }),
	z.object({ kind: z.literal("agency.close") }),
	z.object({ kind: z.literal("agency.merge"), into: id, gathering: id }),
	z.object({
		kind: z.literal("agency.split"),
		parts: z.array(z.object({ ...named, shortName: z.string(), unitIds: z.array(id) })),
	}),
]);

/** A stored plan. @throws ZodError when it is none */
export const parsePlan = (stored: unknown): Plan => schema.parse(stored);

const effect = z.object({
	carried: z.array(z.object({ from: id, to: id.nullable() })),
	assigned: z.array(z.object({ from: id, to: id, people: z.array(id) })),
	/** Units ("" for none) whose people all go to a unit of another agency. */
	transferred: z.array(z.object({ from: z.string(), agencyId: id, to: z.string() })).default([]),
});
export type PeopleEffect = z.infer<typeof effect>;
/** A stored effect on people; null: the act is not begun. */
export const parseEffect = (stored: unknown): PeopleEffect => effect.parse(stored);

export const isTransferPlan = (plan: Plan): plan is TransferPlan =>
	plan.kind === "agency.merge" || plan.kind === "agency.split";
export const isUnitPlan = (plan: Plan): plan is UnitPlan => plan.kind.startsWith("unit.");
