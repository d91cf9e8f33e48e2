import { createHash } from "node:crypto";
import type { CertificatePrint } from "#db/schema/certification.ts";
import { badgeAddress, statusAddress } from "./addresses.ts";
import { CREDENTIALS, OPEN_BADGES } from "./contexts.ts";
import { instant } from "./instant.ts";
import { LIST_LENGTH } from "./statusList.ts";

export type BadgeFacts = {
	origin: string;
	code: string;
	print: CertificatePrint;
	jp: number;
	/** UTC milliseconds. */
	issuedAt: number;
	/** UTC milliseconds, the last one; null: it does not run out. */
	validUntil: number | null;
	/** The course version. */
	versionId: string;
	/** Its summary for learners; "" for none. */
	summary: string;
	/** The address of the issuing agency. */
	issuer: string;
	/** From 0, among the issuer's. */
	statusIndex: number;
	/** Random, so that the same person's hash differs from certificate to certificate. */
	salt: string;
	/** What is hashed instead of a NIP for who has none. */
	personId: string;
};

/**
 * A certificate as an Open Badges 3.0 credential, unsigned. Its holder is in it as a salted hash only; no name, no whole
 * number, no score.
 */
export function badgeCredential(facts: BadgeFacts) {
	const { origin, code, print, issuedAt, validUntil, issuer, statusIndex } = facts;
	const list = statusAddress(issuer, Math.floor(statusIndex / LIST_LENGTH) + 1);
	const index = statusIndex % LIST_LENGTH;
	return {
		"@context": [CREDENTIALS, OPEN_BADGES],
		id: badgeAddress(origin, code),
		type: ["VerifiableCredential", "OpenBadgeCredential"],
		name: print.courseTitle,
		issuer: { id: issuer, type: ["Profile"], name: print.issuerName },
		validFrom: instant(issuedAt),
		...(validUntil === null ? {} : { validUntil: instant(validUntil) }),
		credentialSubject: {
			type: ["AchievementSubject"],
			identifier: [recipient(facts)],
			creditsEarned: facts.jp,
			achievement: achievementOf(facts),
		},
		credentialStatus: {
			id: `${list}#${index}`,
			type: "BitstringStatusListEntry",
			statusPurpose: "revocation",
			statusListIndex: String(index),
			statusListCredential: list,
		},
	};
}

function recipient({ print: { identifier }, personId, salt }: BadgeFacts) {
	const identity = identifier || personId;
	return {
		type: "IdentityObject",
		hashed: true,
		identityHash: `sha256$${createHash("sha256").update(`${identity}${salt}`).digest("hex")}`,
		identityType: identifier ? "nationalIdentityNumber" : "systemId",
		salt,
	};
}

function achievementOf({ versionId, print, jp, summary, origin, issuer }: BadgeFacts) {
	return {
		id: `urn:uuid:${versionId}`,
		type: ["Achievement"],
		achievementType: "Certificate",
		inLanguage: "id",
		name: print.courseTitle,
		description: summary || print.courseTitle,
		criteria: {
			narrative: `Menyelesaikan ${jp} jam pelajaran dan lulus evaluasi akhir pelatihan ${print.courseTitle}.`,
		},
		creator: { id: issuer, type: ["Profile"], name: print.issuerName },
		creditsAvailable: jp,
		alignment: print.competences.map(({ code, name, level }) => ({
			type: ["Alignment"],
			targetCode: `${code}/${level}`,
			targetName: `${code} ${name}, jenjang ${level}`,
			targetFramework: "Kompetensi digital ASN",
			targetUrl: `${origin}/pelatihan?kompetensi=${encodeURIComponent(code)}&jenjang=${level}`,
		})),
	};
}
