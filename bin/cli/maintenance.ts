import { environment } from "../../app/http/env.server.ts";
import { rebuildRollups } from "../../app/readiness/rebuildRollups.server.ts";
import { migrate } from "../../db/migrate.server.ts";
import { prepareContent } from "../prepare/content.ts";
import { prepareDemo } from "../prepare/demo.ts";
import { quietly } from "./agencies.ts";
import { type Command, options, report } from "./usage.ts";

const json = { json: { type: "boolean" } } as const;

export const migrateCommand: Command = {
	name: "migrate",
	summary: "Membawa basis data ke susunan terbaru",
	usage: "bin/cakap migrate [--json]",
	help: "Menjalankan migrasi yang belum dijalankan. Aman diulang; data tetap.",
	async run(args) {
		const given = options(args, json);
		await migrate();
		report(given.json, { migrated: true }, "Basis data sudah memakai susunan terbaru.");
		return 0;
	},
};

export const rollupsCommand: Command = {
	name: "rollups",
	summary: "Menghitung ulang angka kesiapan dari catatan kegiatan",
	usage: "bin/cakap rollups [--json]",
	help: "Menyusun angka dasbor dari awal di samping yang lama, lalu menggantinya sekaligus.",
	async run(args) {
		const given = options(args, json);
		const facts = await rebuildRollups();
		report(given.json, { facts }, `${facts} kegiatan dihitung ulang.`);
		return 0;
	},
};

export const seedCommand: Command = {
	name: "seed",
	summary: "Mengisi basis data kosong dengan data demo",
	usage: "bin/cakap seed [--json]",
	help: "Mengisi daftar instansi, pelatihan nasional, dan orang rekaan. Basis data yang sudah berisi ditolak.",
	async run(args) {
		const given = options(args, json);
		if (!environment().demo)
			throw new Error(
				"Demo sedang dimatikan (DEMO, HOST, PUBLIC_URL, atau DATABASE_URL); tidak ada yang diisi.",
			);
		await migrate();
		await quietly(async () => {
			await prepareContent();
			await prepareDemo(true);
		});
		report(given.json, { seeded: true }, "Data demo tersedia.");
		return 0;
	},
};
