import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { agencies, agencyVersions, memberships, units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type AgencyFault, type AgencyPlan, agencyFault } from "../../agencies/agencyActs.ts";
import { openUnits } from "../../agencies/openUnits.server.ts";
import { decideUnits, type UnitEffect, type UnitFault, type UnitPlan } from "../../agencies/unitActs.ts";
import { dayIn } from "../../i18n/format.ts";
import { isPresent } from "../../people/present.server.ts";
import { isUnitPlan, type Plan } from "./plan.ts";

/** "not-there": somebody named for a part does not work in the unit that is split. */
export type Fault = UnitFault | AgencyFault | "not-there";
export type Decision = { units: UnitEffect | null } | { refused: Fault };
type Planned = { agencyId: string; plan: Plan; day: string; now: number };

/** What the plan does as things stand now, or why it cannot be done. */
export function* decide(tx: Tx, { agencyId, plan, day, now }: Planned): Body<Decision> {
	const today = dayIn(now, "Asia/Jakarta");
	if (!isUnitPlan(plan)) return yield* decideAgency(tx, agencyId, plan, day, today);
	const effect = decideUnits(yield* openUnits(tx, agencyId), plan, day, today);
	if ("refused" in effect) return effect;
	return (yield* areThere(tx, agencyId, plan)) ? { units: effect } : { refused: "not-there" };
}

function* areThere(tx: Tx, agencyId: string, plan: UnitPlan): Body<boolean> {
	const named = plan.kind === "unit.split" ? plan.parts.flatMap(({ people }) => people) : [];
	if (plan.kind !== "unit.split" || named.length === 0) return true;
	const here = and(
		eq(memberships.agencyId, agencyId),
		eq(memberships.unitId, plan.unitId),
		isPresent(),
		inArray(memberships.personId, named),
	);
	const [found] = yield* run(tx.select({ n: count() }).from(memberships).where(here));
	return found?.n === named.length;
}

function* decideAgency(
	tx: Tx,
	agencyId: string,
	plan: AgencyPlan,
	day: string,
	today: string,
): Body<Decision> {
	const open = and(eq(agencyVersions.agencyId, agencies.id), isNull(agencyVersions.validTo));
	const [agency] = yield* run(
		tx
			.select({ row: agencies, since: agencyVersions.validFrom })
			.from(agencies)
			.leftJoin(agencyVersions, open)
			.where(eq(agencies.id, agencyId)),
	);
	if (!agency) return { refused: "unknown" };
	const post = and(eq(memberships.agencyId, agencyId), isPresent());
	const [people] = yield* run(tx.select({ n: count() }).from(memberships).where(post));
	const unit = and(eq(units.agencyId, agencyId), isNull(units.validTo));
	const [open_] = yield* run(tx.select({ n: count() }).from(units).where(unit));
	const { name, shortName, validTo, validFrom } = agency.row;
	const state = { name, shortName, since: agency.since ?? validFrom, isOpen: validTo === null };
	const fault = agencyFault({ ...state, people: people?.n ?? 0, openUnits: open_?.n ?? 0 }, plan, day, today);
	return fault ? { refused: fault } : { units: null };
}
