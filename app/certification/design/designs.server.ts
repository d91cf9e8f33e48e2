import { eq } from "drizzle-orm";
import { certificateDesigns, certificateLogos, type LogoType } from "#db/schema/index.ts";
import { type Body, run, type Tx } from "#db/transaction.server.ts";
import { type Actor, recordAudit } from "../../activity/audit.server.ts";
import { recordFile, type StoredFile } from "../../http/files.server.ts";

export type Logo = { hash: string; type: LogoType };
export type Design = {
	/** The unit below the agency's name; "" for none. */
	unitName: string;
	/** Who signs instead of whom the course names; both "" for that one. */
	signatory: { name: string; position: string };
	logo: Logo | null;
};

const plain: Design = { unitName: "", signatory: { name: "", position: "" }, logo: null };

/** What the agency's certificates show of it beside its name. */
export function* designOf(tx: Tx, agencyId: string): Body<Design> {
	const [row] = yield* run(
		tx
			.select({ design: certificateDesigns, type: certificateLogos.type })
			.from(certificateDesigns)
			.leftJoin(certificateLogos, eq(certificateLogos.hash, certificateDesigns.logoHash))
			.where(eq(certificateDesigns.agencyId, agencyId)),
	);
	if (!row) return plain;
	const { unitName, signatoryName: name, signatoryPosition: position, logoHash: hash } = row.design;
	return {
		unitName,
		signatory: { name, position },
		logo: hash && row.type ? { hash, type: row.type } : null,
	};
}

type Change = Omit<Design, "logo"> & {
	agencyId: string;
	/** "keep" leaves the one that is there. */
	logo: (StoredFile & { type: LogoType }) | "keep" | null;
	actor: Actor;
	now: number;
};

/** Sets what certificates show from now on; those that were issued stay as they are. Audited. */
export function* setDesign(tx: Tx, change: Change): Body<void> {
	const { agencyId, unitName, signatory, logo, actor, now } = change;
	const before = yield* designOf(tx, agencyId);
	if (logo && logo !== "keep") {
		yield* recordFile(tx, { ...logo, mediaType: logo.type, now });
		const row = { hash: logo.hash, type: logo.type, agencyId, addedAt: now };
		yield* run(tx.insert(certificateLogos).values(row).onConflictDoNothing());
	}
	const logoHash = logo === "keep" ? (before.logo?.hash ?? null) : (logo?.hash ?? null);
	const names = { signatoryName: signatory.name, signatoryPosition: signatory.position };
	const set = { unitName, ...names, logoHash, changedAt: now };
	yield* run(
		tx
			.insert(certificateDesigns)
			.values({ agencyId, ...set })
			.onConflictDoUpdate({ target: certificateDesigns.agencyId, set }),
	);
	yield* recordAudit(tx, {
		...{ actor, action: "certificate.design", subjectKind: "agency", subjectId: agencyId, agencyId, at: now },
		detail: { unitName, ...names, logo: logoHash },
	});
}

/** The type of a logo that some agency has or had; null for any other file. */
export function* logoType(tx: Tx, hash: string): Body<LogoType | null> {
	const own = eq(certificateLogos.hash, hash);
	const [row] = yield* run(tx.select({ type: certificateLogos.type }).from(certificateLogos).where(own));
	return row?.type ?? null;
}
