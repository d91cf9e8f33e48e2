import { transaction } from "#db/transaction.server.ts";
import { recordAudit } from "../activity/audit.server.ts";
import type { Certificate } from "../certification/find.server.ts";
import type { Viewer } from "./viewer.server.ts";

/** A certificate bears the whole NIP: whoever opens that of another is recorded. */
export async function recordCertificateLook(
	{ personId: viewerId, name }: Viewer,
	{ id, personId, agencyId }: Certificate,
): Promise<void> {
	if (viewerId === personId) return;
	const actor = { id: viewerId, name };
	const subject = { subjectKind: "person", subjectId: personId, agencyId, detail: { certificateId: id } };
	await transaction((tx) => recordAudit(tx, { ...subject, actor, action: "nip.reveal", at: Date.now() }));
}
