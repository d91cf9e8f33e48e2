import { createHash } from "node:crypto";
import type { KnownCertificate } from "../find.server.ts";
import { knownAuthorities } from "../signing/authority.server.ts";
import { readSignedPdf } from "../signing/signedPdf.ts";
import { certificateByHash } from "./find.server.ts";

export type FileCheck =
	/** Byte for byte a document of ours. */
	| { kind: "genuine"; certificate: KnownCertificate }
	/** Signed by this installation, but not what was signed any more; or intact, and of no certificate that is known. */
	| { kind: "changed" | "orphan" }
	/** Signed by somebody else, or by nobody, or no PDF at all. */
	| { kind: "foreign" | "unsigned" | "no-pdf" };

/** Says of a file whether it is a certificate's document of this installation, unchanged. */
export async function checkFile(bytes: Buffer, now: number): Promise<FileCheck> {
	const certificate = await certificateByHash(createHash("sha256").update(bytes).digest("hex"));
	if (certificate) return { kind: "genuine", certificate };
	const { kind } = readSignedPdf(bytes, await knownAuthorities(now));
	return { kind: kind === "intact" ? "orphan" : kind };
}
