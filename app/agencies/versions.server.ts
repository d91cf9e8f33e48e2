import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { agencyVersions, unitVersions } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { foldText } from "./fold.ts";

/** From when a version holds: `validFrom` and `countsFrom` are ISO days; "" counts for every month there ever was. */
export type Begins = {
	validFrom: string;
	countsFrom: string;
	legalBasis?: string;
	begunBy?: string | null;
};
type UnitFacts = { id: string; agencyId: string; parentId: string | null; code: string; name: string };
type AgencyFacts = { id: string; code: string; name: string; shortName: string };

/** Begins what the unit is called and where it stands from a day on. The version before must be ended. */
export function* beginUnitVersion(tx: Tx, unit: UnitFacts, begins: Begins): Body<void> {
	const { id: unitId, agencyId, parentId, code, name } = unit;
	const row = { unitId, agencyId, parentId, code, name, sortKey: foldText(name) };
	yield* run(tx.insert(unitVersions).values({ id: uuid(), ...row, ...begins }));
}

/** Ends the version of the unit that is open, for the calendar and for reports. */
export function* endUnitVersion(
	tx: Tx,
	unitId: string,
	ends: { validTo: string; countsTo: string; endedBy: string | null },
): Body<void> {
	const open = and(eq(unitVersions.unitId, unitId), isNull(unitVersions.validTo));
	yield* run(tx.update(unitVersions).set(ends).where(open));
}

/** Begins what the agency is called from a day on. The version before must be ended. */
export function* beginAgencyVersion(tx: Tx, agency: AgencyFacts, begins: Begins): Body<void> {
	const { id: agencyId, code, name, shortName } = agency;
	const row = { agencyId, code, name, shortName };
	yield* run(tx.insert(agencyVersions).values({ id: uuid(), ...row, ...begins }));
}

/** Begins the first version of agencies that are new to the registry, each from the day of its row. */
export function* beginAgencyVersions(
	tx: Tx,
	rows: readonly (AgencyFacts & { validFrom: string })[],
): Body<void> {
	if (rows.length === 0) return;
	const versions = rows.map(({ id: agencyId, code, name, shortName, validFrom }) => ({
		...{ id: uuid(), agencyId, code, name, shortName, validFrom },
		countsFrom: "",
	}));
	yield* run(tx.insert(agencyVersions).values(versions));
}

/** Ends the version of the agency that is open. */
export function* endAgencyVersion(
	tx: Tx,
	agencyId: string,
	ends: { validTo: string; countsTo: string; endedBy: string | null },
): Body<void> {
	const open = and(eq(agencyVersions.agencyId, agencyId), isNull(agencyVersions.validTo));
	yield* run(tx.update(agencyVersions).set(ends).where(open));
}
