import { randomBytes } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, badges, courseVersions } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { endOfDay } from "../../learning/assignments/days.ts";
import type { Certificate } from "../find.server.ts";
import { issuerAddress } from "./addresses.ts";
import { badgeCredential } from "./credential.ts";
import { signingFor } from "./issuer.server.ts";
import { withProof } from "./proof.server.ts";

/**
 * A certificate as a signed Open Badges credential, as text: made when it is first asked for, and the same letter for
 * letter ever after. Whether it is revoked stands in its issuer's list, not in it.
 */
export async function badgeOf(certificate: Certificate, origin: string, now: number): Promise<string> {
	const own = eq(badges.certificateId, certificate.id);
	const [known] = await db.select().from(badges).where(own);
	if (known?.credential) return known.credential;
	const place = known ?? (await transaction((tx) => takePlace(tx, certificate, now)));
	const made = JSON.stringify(await signed(certificate, place, origin, now));
	// Should two ask at once, the first one's counts.
	return transaction((tx) => keep(tx, certificate.id, made));
}

type Place = typeof badges.$inferSelect;

/** The next place in the issuer's lists: each is one bit of them for ever. */
function* takePlace(tx: Tx, { id, issuerId }: Certificate, now: number): Body<Place> {
	const { certificateId, statusIndex } = badges;
	const [known] = yield* run(tx.select().from(badges).where(eq(certificateId, id)));
	if (known) return known;
	const [last] = yield* run(
		tx
			.select({ index: statusIndex })
			.from(badges)
			.where(eq(badges.issuerId, issuerId))
			.orderBy(desc(statusIndex))
			.limit(1),
	);
	const place = {
		...{ certificateId: id, issuerId, statusIndex: (last?.index ?? -1) + 1 },
		...{ salt: randomBytes(16).toString("hex"), credential: "", madeAt: now },
	};
	yield* run(tx.insert(badges).values(place));
	return place;
}

function* keep(tx: Tx, certificateId: string, made: string): Body<string> {
	const own = eq(badges.certificateId, certificateId);
	const [row] = yield* run(tx.select().from(badges).where(own));
	if (row?.credential) return row.credential;
	yield* run(tx.update(badges).set({ credential: made }).where(own));
	return made;
}

async function signed(certificate: Certificate, { salt, statusIndex }: Place, origin: string, now: number) {
	const [about] = await db
		.select({ code: agencies.code, timeZone: agencies.timeZone, summary: courseVersions.summary })
		.from(courseVersions)
		.innerJoin(agencies, eq(agencies.id, certificate.issuerId))
		.where(eq(courseVersions.id, certificate.versionId));
	if (!about) throw new Error(`no version ${certificate.versionId}`);
	const { code, print, jp, issuedAt, validUntil, versionId, personId } = certificate;
	const issuer = issuerAddress(origin, about.code);
	const credential = badgeCredential({
		...{ origin, code, print, jp, issuedAt, versionId, personId, issuer, statusIndex, salt },
		validUntil: validUntil === null ? null : endOfDay(validUntil, about.timeZone),
		summary: about.summary,
	});
	return withProof(credential, signingFor(issuer, now));
}
