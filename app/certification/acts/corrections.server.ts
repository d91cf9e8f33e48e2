import { and, inArray, isNull } from "drizzle-orm";
import { among } from "#db/bulk.server.ts";
import { type CertificatePrint, identifiers, numberKinds, people } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { fullName } from "../../people/names.ts";

/** What a certificate prints of who its holder is: the rest of it tells of the day on which it was earned. */
export type Correction = Pick<CertificatePrint, "name" | "identifierKind" | "identifier">;

type Printed = { id: string; personId: string; print: CertificatePrint };

/**
 * By certificate, what is known of its holder now where that is not what it prints; the record is the only source, so
 * that nobody writes a name onto a certificate that the person does not have.
 */
export function* correctionsOf(tx: Tx, printed: readonly Printed[]): Body<Map<string, Correction>> {
	const ids = [...new Set(printed.map(({ personId }) => personId))];
	if (ids.length === 0) return new Map();
	const rows = yield* run(tx.select().from(people).where(among(people.id, ids)));
	const { personId, kind, value, validTo } = identifiers;
	const inForce = and(among(personId, ids), inArray(kind, [...numberKinds]), isNull(validTo));
	const numbers = yield* run(tx.select({ personId, kind, value }).from(identifiers).where(inForce));
	const names = new Map(rows.map((one) => [one.id, fullName(one)]));
	const numbered = new Map(numbers.map((one) => [one.personId, one]));
	const found = printed.flatMap(({ id, personId: holder, print }): [string, Correction][] => {
		const number = numbered.get(holder);
		const now = {
			name: names.get(holder) ?? print.name,
			// Whoever has lost their number since keeps the one that they had.
			identifierKind: number ? (number.kind as Correction["identifierKind"]) : print.identifierKind,
			identifier: number?.value ?? print.identifier,
		};
		const isSame =
			now.name === print.name &&
			now.identifier === print.identifier &&
			now.identifierKind === print.identifierKind;
		return isSame ? [] : [[id, now]];
	});
	return new Map(found);
}
