import { expect, it } from "vitest";
import { certificateFault } from "#app/certification/acts/faults.ts";

const valid = { revokedAt: null, revokedByRepairId: null, replacedById: null };
const revoked = { ...valid, revokedAt: 1 };
const fallen = { ...revoked, revokedByRepairId: "r" };
const replaced = { ...revoked, replacedById: "c" };

it("each act meets the certificates that it can, and says why it leaves the others", () => {
	const all = { valid, revoked, fallen, replaced };
	const said = (kind: "revoke" | "reinstate" | "reissue", isCorrected: boolean) =>
		Object.fromEntries(
			Object.entries(all).map(([name, one]) => [name, certificateFault(kind, one, isCorrected)]),
		);
	const revoking = { valid: null, revoked: "revoked", fallen: "revoked", replaced: "replaced" };
	expect(said("revoke", false)).toEqual(revoking);
	expect(said("revoke", true)).toEqual(revoking);
	expect(said("reissue", true)).toEqual(revoking);
	expect(said("reissue", false)).toEqual({ ...revoking, valid: "unchanged" });
	expect(said("reinstate", true)).toEqual({
		...{ valid: "not-revoked", revoked: null, fallen: "repair", replaced: "replaced" },
	});
});
