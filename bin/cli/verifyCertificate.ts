import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import {
	asPem,
	documentSigner,
	rotateDocumentSigner,
} from "../../app/certification/signing/authority.server.ts";
import { type Reading, readSignedPdf } from "../../app/certification/signing/signedPdf.ts";
import { type Command, fileAndOptions, options, report } from "./usage.ts";

const sentences: Record<Reading["kind"], string> = {
	intact: "Asli: ditandatangani di bawah otoritas ini, dan tidak berubah satu bita pun.",
	changed: "Tidak asli: berubah setelah ditandatangani.",
	foreign: "Tidak dapat dipastikan: ditandatangani di bawah otoritas lain.",
	unsigned: "Tidak dapat dipastikan: tidak ada tanda tangan di dalamnya.",
	"no-pdf": "Bukan PDF.",
};

/** No database is asked: whether it was revoked meanwhile is told by /periksa only. */
export const verifyCertificateCommand: Command = {
	name: "verify-certificate",
	summary: "Memeriksa tanda tangan berkas PDF sertifikat, tanpa basis data",
	usage: "bin/cakap verify-certificate <berkas> [--ca <otoritas.pem>] [--json]",
	help: "Memeriksa apakah PDF utuh dan ditandatangani di bawah otoritas itu; tanpa --ca di bawah otoritas pemasangan ini. Kode keluar 1 bila tidak. Apakah sertifikatnya dicabut hanya diketahui /periksa.",
	async run(args) {
		const config = { json: { type: "boolean" }, ca: { type: "string" } } as const;
		const { file, values } = fileAndOptions(args, config, this.usage);
		const authorities = values.ca ? authoritiesIn(values.ca) : [documentSigner(Date.now()).authority];
		const { kind } = readSignedPdf(readFileSync(file), authorities);
		report(values.json, { genuine: kind === "intact", reason: kind }, sentences[kind]);
		return kind === "intact" ? 0 : 1;
	},
};

export const rotateSigningKeyCommand: Command = {
	name: "rotate-signing-key",
	summary: "Mengganti kunci penanda tangan dokumen",
	usage: "bin/cakap rotate-signing-key [--json]",
	help: "Membuat kunci baru di bawah otoritas yang sama. Dokumen yang sudah ditandatangani tetap utuh; mulai ulang pekerja agar kunci baru dipakai.",
	async run(args) {
		const values = options(args, { json: { type: "boolean" } });
		const fingerprint = rotateDocumentSigner(Date.now());
		const authority = asPem(documentSigner(Date.now()).authority);
		report(values.json, { fingerprint, authority }, `Kunci baru dipakai: sertifikatnya ${fingerprint}.`);
		return 0;
	},
};

/** The certificates of a PEM file, DER. */
function authoritiesIn(file: string): Buffer[] {
	const parts = readFileSync(file, "utf8").match(
		/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g,
	);
	return (parts ?? []).map((part) => new X509Certificate(part).raw);
}
