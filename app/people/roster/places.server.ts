import { and, eq, isNull } from "drizzle-orm";
import { agencies, units } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { foldText } from "../../agencies/fold.ts";
import type { Places } from "./plan.ts";

/** Agencies by name or short name and the agency's open units by code or name: only what is one place and no other. */
export function* placesOf(tx: Tx, agencyId: string): Body<Places> {
	const { id, name, shortName } = agencies;
	const every = yield* run(tx.select({ id, name, shortName }).from(agencies).where(isNull(agencies.validTo)));
	const open = and(eq(units.agencyId, agencyId), isNull(units.validTo));
	const own = yield* run(
		tx.select({ id: units.id, code: units.code, name: units.name }).from(units).where(open),
	);
	const names = every.flatMap((one): [string, typeof one][] => [
		[foldText(one.name), one],
		[foldText(one.shortName), one],
	]);
	const byName = unambiguous(names);
	const byCode = unambiguous(own.map((one) => [one.code, one]));
	const byUnitName = unambiguous(own.map((one) => [foldText(one.name), one]));
	return {
		agencyId,
		agencyOf: (name) => (name ? (byName.get(foldText(name))?.id ?? null) : null),
		unitOf: (code, name) => (code && byCode.get(code)) || (name && byUnitName.get(foldText(name))) || null,
		unitName: (unitId) => own.find((one) => one.id === unitId)?.name ?? "",
		agencyName: (agency) => every.find((one) => one.id === agency)?.name ?? "",
	};
}

function unambiguous<T extends { id: string }>(pairs: [string, T][]): Map<string, T> {
	const found = new Map<string, T>();
	const twice = new Set<string>();
	for (const [key, one] of pairs) {
		const other = found.get(key);
		if (other && other.id !== one.id) twice.add(key);
		found.set(key, one);
	}
	for (const key of [...twice, ""]) found.delete(key);
	return found;
}
