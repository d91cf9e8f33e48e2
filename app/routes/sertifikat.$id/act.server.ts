import type { Viewer } from "#app/access/viewer.server.ts";
import { correctionsOf } from "#app/certification/acts/corrections.server.ts";
import { certificateFault } from "#app/certification/acts/faults.ts";
import { reinstateCertificate } from "#app/certification/acts/reinstate.server.ts";
import { reissueCertificate } from "#app/certification/acts/reissue.server.ts";
import { revokeCertificate } from "#app/certification/acts/revoke.server.ts";
import type { Certificate } from "#app/certification/find.server.ts";
import { groupIdentifier } from "#app/people/nip.ts";
import { reading, transaction } from "#db/transaction.server.ts";
import type { ActForm } from "./form.ts";

/** What the issuer may do about it, and what a reissue would print otherwise; null when it has to be left as it is. */
export async function actsOn(certificate: Certificate) {
	const correction = (await reading((tx) => correctionsOf(tx, [certificate]))).get(certificate.id);
	const isOpen = (kind: "revoke" | "reinstate" | "reissue") =>
		certificateFault(kind, certificate, correction !== undefined) === null;
	const { name, identifier } = certificate.print;
	return {
		mayRevoke: isOpen("revoke"),
		mayReinstate: isOpen("reinstate"),
		corrections:
			correction && isOpen("reissue")
				? {
						name: [name, correction.name] as const,
						number: [identifier, correction.identifier].map(groupIdentifier),
					}
				: null,
	};
}

/** Does it. @returns the id of the certificate to look at then; null when it cannot be done any more */
export async function doAct(
	kind: ActForm["kind"],
	certificateId: string,
	reason: string,
	viewer: Viewer,
): Promise<string | null> {
	const actor = { id: viewer.personId, name: viewer.name };
	const act = { certificateId, reason, actor, now: Date.now() };
	if (kind === "reissue") return transaction((tx) => reissueCertificate(tx, act));
	const isDone = await transaction((tx) =>
		kind === "revoke" ? revokeCertificate(tx, act) : reinstateCertificate(tx, act),
	);
	return isDone ? certificateId : null;
}
