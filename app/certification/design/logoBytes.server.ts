import type { CertificatePrint } from "#db/schema/certification.ts";
import { readStored } from "../../http/files.server.ts";

/** The bytes of the logo that a certificate shows; null where it shows none. @throws Error when the store has lost it */
export async function logoBytes({ logo }: Pick<CertificatePrint, "logo">): Promise<Uint8Array | null> {
	if (!logo) return null;
	const bytes = await readStored(logo.hash);
	if (!bytes) throw new Error(`Logo ${logo.hash} tidak ada di penyimpanan berkas.`);
	return bytes;
}
