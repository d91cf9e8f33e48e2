import { eq } from "drizzle-orm";
import { certificateSchemes } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../activity/audit.server.ts";
import { DEFAULT_SCHEME, schemeFault } from "./number.ts";

/** How the agency numbers its certificates. */
export function* schemeOf(tx: Tx, agencyId: string): Body<string> {
	const own = eq(certificateSchemes.agencyId, agencyId);
	const [row] = yield* run(tx.select().from(certificateSchemes).where(own));
	return row?.scheme ?? DEFAULT_SCHEME;
}

type Change = { agencyId: string; scheme: string; actor: Actor; now: number };

/**
 * Sets how the agency numbers its certificates from now on; those that were issued keep their numbers, and the sequence
 * of the year goes on. Audited.
 * @throws RangeError for a scheme with a fault
 */
export function* setScheme(tx: Tx, { agencyId, scheme, actor, now }: Change): Body<void> {
	if (schemeFault(scheme)) throw new RangeError("not a scheme");
	const before = yield* schemeOf(tx, agencyId);
	if (before === scheme) return;
	const set = { scheme, changedAt: now };
	yield* run(
		tx
			.insert(certificateSchemes)
			.values({ agencyId, ...set })
			.onConflictDoUpdate({ target: certificateSchemes.agencyId, set }),
	);
	yield* recordAudit(tx, {
		...{ actor, action: "certificate.scheme", subjectKind: "agency", subjectId: agencyId, agencyId, at: now },
		detail: { before, after: scheme },
	});
}
