import type { Actor } from "../activity/audit.server.ts";

/** What is being done with the repair of an item, and whether its policy protects those who had passed. */
export type RepairAct = {
	kind: "apply" | "undo";
	repairId: string;
	protects: boolean;
	/** What the holder of a certificate that falls reads. */
	reason: string;
	actor: Actor;
};

/** The repair that a certificate is owed to, and the one that it has fallen with. */
type Certificate = { repairId: string | null; revokedByRepairId: string | null };

/**
 * Whether an attempt that has that certificate counts as passed also when its score does not reach the pass mark: yes
 * when what counts changed otherwise than by a repair; by the policy when a repair is applied; and when one is undone, if
 * the certificate was earned without any repair, or had fallen with this very one.
 */
export function keepsPass(
	certificate: Certificate | undefined,
	act: (Pick<RepairAct, "kind" | "protects"> & Partial<RepairAct>) | undefined,
): boolean {
	if (!certificate) return false;
	const { repairId, revokedByRepairId } = certificate;
	if (act?.kind === "undo") return repairId === null && [null, act.repairId].includes(revokedByRepairId);
	return revokedByRepairId === null && (act?.protects ?? true);
}
