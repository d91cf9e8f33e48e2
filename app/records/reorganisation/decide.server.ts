import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { agencies, agencyVersions, memberships, units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type AgencyFault, type AgencyPlan, agencyFault } from "../../agencies/agencyActs.ts";
import { openUnits } from "../../agencies/openUnits.server.ts";
import {
	decideTransfer,
	type TransferEffect,
	type TransferFault,
	type TransferPlan,
} from "../../agencies/transfers.ts";
import { decideUnits, type UnitEffect, type UnitFault, type UnitPlan } from "../../agencies/unitActs.ts";
import { dayIn } from "../../i18n/format.ts";
import { isPresent } from "../../people/present.server.ts";
import { isTransferPlan, isUnitPlan, type Plan } from "./plan.ts";

/** "not-there": somebody named for a part does not work in the unit that is split. */
export type Fault = UnitFault | AgencyFault | TransferFault | "not-there";
export type Decision = { units: UnitEffect | null; transfer: TransferEffect | null } | { refused: Fault };
type Planned = { agencyId: string; plan: Plan; day: string; now: number };

/** What the plan does as things stand now, or why it cannot be done. */
export function* decide(tx: Tx, { agencyId, plan, day, now }: Planned): Body<Decision> {
	const today = dayIn(now, "Asia/Jakarta");
	if (isTransferPlan(plan)) return yield* decideApart(tx, agencyId, plan, day, today);
	if (!isUnitPlan(plan)) return yield* decideAgency(tx, agencyId, plan, day, today);
	const effect = decideUnits(yield* openUnits(tx, agencyId), plan, day, today);
	if ("refused" in effect) return effect;
	return (yield* areThere(tx, agencyId, plan)) ? { units: effect, transfer: null } : { refused: "not-there" };
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
	const agency = yield* agencyNow(tx, agencyId);
	if (!agency) return { refused: "unknown" };
	const post = and(eq(memberships.agencyId, agencyId), isPresent());
	const [people] = yield* run(tx.select({ n: count() }).from(memberships).where(post));
	const unit = and(eq(units.agencyId, agencyId), isNull(units.validTo));
	const [open_] = yield* run(tx.select({ n: count() }).from(units).where(unit));
	const { name, shortName, since, isOpen } = agency;
	const state = { name, shortName, since, isOpen };
	const fault = agencyFault({ ...state, people: people?.n ?? 0, openUnits: open_?.n ?? 0 }, plan, day, today);
	return fault ? { refused: fault } : { units: null, transfer: null };
}

function* decideApart(
	tx: Tx,
	agencyId: string,
	plan: TransferPlan,
	day: string,
	today: string,
): Body<Decision> {
	const agency = yield* agencyNow(tx, agencyId);
	if (!agency) return { refused: "unknown" };
	const intoId = plan.kind === "agency.merge" ? plan.into : null;
	const target = intoId === null ? null : yield* agencyNow(tx, intoId);
	const into = target && { ...target, units: yield* openUnits(tx, target.id) };
	const codes = yield* run(tx.select({ code: agencies.code }).from(agencies));
	const units = yield* openUnits(tx, agencyId);
	const state = { agency, units, into, agencyCodes: new Set(codes.map(({ code }) => code)) };
	const effect = decideTransfer(state, plan, day, today);
	return "refused" in effect ? effect : { units: null, transfer: effect };
}

/** The agency as it is today, with the day since which it is called so. */
function* agencyNow(tx: Tx, agencyId: string) {
	const open = and(eq(agencyVersions.agencyId, agencies.id), isNull(agencyVersions.validTo));
	const [found] = yield* run(
		tx
			.select({ row: agencies, since: agencyVersions.validFrom })
			.from(agencies)
			.leftJoin(agencyVersions, open)
			.where(eq(agencies.id, agencyId)),
	);
	if (!found) return null;
	const { id, code, name, shortName, validFrom, validTo } = found.row;
	return { id, code, name, shortName, since: found.since ?? validFrom, isOpen: validTo === null };
}
