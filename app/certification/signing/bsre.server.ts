import type { Signer } from "./signers.server.ts";

export type BsreAccess = {
	/** Where BSrE's client service answers, e.g. "https://esign.instansi.go.id". */
	url: string;
	user: string;
	password: string;
	/** Of whoever signs for the agency; neither leaves this process but to that service. */
	nik: string;
	passphrase: string;
	timeoutMs: number;
};

/** BSrE's service did not sign; what it said, without anything secret. */
export class NotSigned extends Error {}

const MOST_SAID = 200;

/**
 * Signs by BSrE's HTTP service, as docs/bsre.md assumes it to be; not tried with BSrE yet.
 * @throws NotSigned when it refuses, fails, answers with something that is no signed PDF, or does not answer in time
 */
export function bsreSigner(access: BsreAccess): Signer {
	return { kind: "bsre", sign: (pdf) => signAtBsre(pdf, access) };
}

async function signAtBsre(pdf: Buffer, access: BsreAccess): Promise<Buffer> {
	const form = new FormData();
	form.set("file", new Blob([new Uint8Array(pdf)], { type: "application/pdf" }), "sertifikat.pdf");
	form.set("nik", access.nik);
	form.set("passphrase", access.passphrase);
	form.set("tampilan", "invisible");
	const basic = Buffer.from(`${access.user}:${access.password}`).toString("base64");
	const response = await fetch(new URL("/api/sign/pdf", access.url), {
		method: "POST",
		headers: { Authorization: `Basic ${basic}` },
		body: form,
		redirect: "error",
		signal: AbortSignal.timeout(access.timeoutMs),
	}).catch((error: unknown) => {
		throw new NotSigned(`BSrE tidak menjawab: ${error instanceof Error ? error.name : "galat"}`);
	});
	const bytes = Buffer.from(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
	if (!response.ok) throw new NotSigned(`BSrE menolak (${response.status}): ${said(bytes, access)}`);
	if (!bytes.subarray(0, 1024).includes("%PDF-") || !bytes.includes("/ByteRange"))
		throw new NotSigned(`Jawaban BSrE bukan PDF bertanda tangan: ${said(bytes, access)}`);
	return bytes;
}

/** What the service said, for an operator; should it repeat a secret, that is left out. */
function said(bytes: Buffer, { nik, passphrase, password }: BsreAccess): string {
	const text = bytes
		.subarray(0, 2000)
		.toString("utf8")
		.replace(/[^\x20-\x7e]+/g, " ");
	const secrets = [nik, passphrase, password].filter(Boolean);
	return secrets.reduce((rest, secret) => rest.replaceAll(secret, "…"), text).slice(0, MOST_SAID);
}
