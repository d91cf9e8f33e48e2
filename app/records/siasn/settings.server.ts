import { eq } from "drizzle-orm";
import { siasnSettings } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";

export type SiasnPlace = { instansiId: string; lokasiId: string };

/** How SIASN names the agency; null until somebody has filled it in. */
export function* siasnPlaceOf(tx: Tx, agencyId: string): Body<SiasnPlace | null> {
	const own = eq(siasnSettings.agencyId, agencyId);
	const [row] = yield* run(tx.select().from(siasnSettings).where(own));
	return row ? { instansiId: row.instansiId, lokasiId: row.lokasiId } : null;
}

/** Keeps how SIASN names the agency, for what is exported from then on. Audited. */
export function* setSiasnPlace(
	tx: Tx,
	{ agencyId, actor, now, ...place }: SiasnPlace & { agencyId: string; actor: Actor; now: number },
): Body<void> {
	const row = { ...place, changedAt: now };
	const target = siasnSettings.agencyId;
	yield* run(
		tx
			.insert(siasnSettings)
			.values({ ...row, agencyId })
			.onConflictDoUpdate({ target, set: row }),
	);
	const subject = { subjectKind: "agency", subjectId: agencyId, agencyId };
	yield* recordAudit(tx, { ...subject, actor, action: "siasn.place", detail: place, at: now });
}
