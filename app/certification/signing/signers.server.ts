import { z } from "zod";
import { documentSigner } from "./authority.server.ts";
import { bsreSigner } from "./bsre.server.ts";
import { signPdf } from "./signedPdf.ts";

/** Whoever signs documents: nobody, this installation's key, or BSrE's service. */
export type Signer = {
	kind: "none" | "local" | "bsre";
	/** The document signed; of `local` it must have a place for the signature. */
	sign: (pdf: Buffer) => Promise<Buffer>;
};

const filled = (value: unknown) => (value === "" ? undefined : value);
const variables = z.object({
	SIGNER: z.preprocess(filled, z.enum(["none", "local", "bsre"]).default("local")),
	BSRE_URL: z.preprocess(filled, z.url({ protocol: /^https?$/ }).optional()),
	BSRE_USER: z.string().default(""),
	BSRE_PASSWORD: z.string().default(""),
	BSRE_NIK: z.string().default(""),
	BSRE_PASSPHRASE: z.string().default(""),
	BSRE_TIMEOUT_SECONDS: z.preprocess(filled, z.coerce.number().int().min(1).max(300).default(30)),
});

/**
 * The signer that the environment names; by default this installation's key.
 * @throws Error in Bahasa naming what cannot be used
 */
export function configuredSigner(env: Record<string, string | undefined>, now: number): Signer {
	const parsed = variables.safeParse(env);
	if (!parsed.success) {
		const names = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
		throw new Error(`Nilai variabel lingkungan tidak dapat dipakai: ${names}.`);
	}
	const { SIGNER, BSRE_URL, BSRE_USER, BSRE_PASSWORD, BSRE_NIK, BSRE_PASSPHRASE, BSRE_TIMEOUT_SECONDS } =
		parsed.data;
	if (SIGNER === "none") return { kind: "none", sign: async (pdf) => pdf };
	if (SIGNER === "local") return { kind: "local", sign: async (pdf) => signPdf(pdf, documentSigner(now)) };
	if (!BSRE_URL || !BSRE_NIK || !BSRE_PASSPHRASE)
		throw new Error("SIGNER=bsre memerlukan BSRE_URL, BSRE_NIK, dan BSRE_PASSPHRASE.");
	return bsreSigner({
		url: BSRE_URL,
		user: BSRE_USER,
		password: BSRE_PASSWORD,
		nik: BSRE_NIK,
		passphrase: BSRE_PASSPHRASE,
		timeoutMs: BSRE_TIMEOUT_SECONDS * 1000,
	});
}
