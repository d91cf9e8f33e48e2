import { once } from "node:events";
import { copyFileSync, createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { certificatesToExport } from "../../app/certification/document/export.server.ts";
import { siteOrigin } from "../../app/http/env.server.ts";
import { filePath } from "../../app/http/files.server.ts";
import { migrate } from "../../db/migrate.server.ts";
import { type Command, options, report, Usage } from "./usage.ts";

export const exportCertificatesCommand: Command = {
	name: "export-certificates",
	summary: "Menulis berkas PDF sertifikat dan daftarnya",
	usage:
		"bin/cakap export-certificates --out <folder> [--agency <kode>] [--since <tanggal>] [--limit <n>] [--json]",
	help: "Menulis setiap PDF dengan nama nomornya, dan manifest.jsonl dengan nomor, kode, SHA-256, dan keadaannya. Yang belum mempunyai berkas dibuatkan. Nama dan NIP tidak ada dalam daftar.",
	async run(args) {
		const text = { type: "string" } as const;
		const values = options(args, {
			out: text,
			agency: text,
			since: text,
			limit: text,
			json: { type: "boolean" },
		});
		if (!values.out) throw new Usage(this.usage);
		const wish = {
			agency: values.agency,
			since: values.since === undefined ? 0 : dayOf(values.since),
			limit: values.limit === undefined ? undefined : countOf(values.limit),
		};
		await migrate();
		mkdirSync(values.out, { recursive: true });
		const manifest = createWriteStream(path.join(values.out, "manifest.jsonl"));
		const counts = { written: 0, unprintable: 0 };
		for await (const one of certificatesToExport({ ...wish, origin: siteOrigin(), now: Date.now() })) {
			const file = `${one.number.replace(/[^A-Za-z0-9]+/g, "-")}.pdf`;
			if (one.hash) copyFileSync(filePath(one.hash), path.join(values.out, file));
			counts[one.hash ? "written" : "unprintable"]++;
			const line = `${JSON.stringify({ file: one.hash ? file : null, ...one })}\n`;
			if (!manifest.write(line)) await once(manifest, "drain");
		}
		manifest.end();
		await once(manifest, "finish");
		report(values.json, counts, `${counts.written} berkas ditulis ke ${values.out}.`);
		return counts.unprintable === 0 ? 0 : 1;
	},
};

function dayOf(given: string): number {
	const at = Date.parse(`${given}T00:00:00+07:00`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(at))
		throw new Usage("--since: tanggal seperti 2026-11-25");
	return at;
}

function countOf(given: string): number {
	if (!/^[1-9]\d{0,8}$/.test(given)) throw new Usage("--limit: bilangan bulat mulai dari 1");
	return Number(given);
}
