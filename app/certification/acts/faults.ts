import type { CertificateActKind } from "#db/schema/certificateActs.ts";

/** Why a certificate is not met by an act. Mirrored by the words of `certificateActMessages`. */
export type CertificateFault =
	/** It is revoked already; of a reissue: what is revoked is reinstated first. */
	| "revoked"
	/** Another one was issued in its stead: that is the one to act on. */
	| "replaced"
	| "not-revoked"
	/** It fell with the repair of an item, and rises with it. */
	| "repair"
	/** Nothing that it prints differs from what is known of the person now. */
	| "unchanged";

type Facts = {
	revokedAt: number | null;
	revokedByRepairId: string | null;
	replacedById: string | null;
};

/** @param isCorrected whether what the certificate prints of its holder differs from what is known now */
export function certificateFault(
	kind: CertificateActKind,
	{ revokedAt, revokedByRepairId, replacedById }: Facts,
	isCorrected: boolean,
): CertificateFault | null {
	if (replacedById !== null) return "replaced";
	if (kind === "reinstate") {
		if (revokedAt === null) return "not-revoked";
		return revokedByRepairId === null ? null : "repair";
	}
	if (revokedAt !== null) return "revoked";
	return kind === "reissue" && !isCorrected ? "unchanged" : null;
}
