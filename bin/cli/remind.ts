import { siteOrigin } from "../../app/http/env.server.ts";
import { remindAll } from "../../app/learning/reminders/remind.server.ts";
import { type Command, options, report, Usage } from "./usage.ts";

export const remindCommand: Command = {
	name: "remind",
	summary: "Mengirim pengingat tenggat yang jatuh hari ini",
	usage: "bin/cakap remind [--at 2026-11-25T09:00+07:00] [--json]",
	help: [
		"Mengerjakan sekarang apa yang dikerjakan situs setiap seperempat jam: satu pesan sehari bagi setiap orang.",
		"Aman diulang; yang sudah dikirim tidak dikirim lagi. --at: seakan-akan pada waktu itu, misalnya untuk gladi; suratnya tetap dikirim sekarang.",
	].join("\n"),
	async run(args) {
		const given = options(args, { at: { type: "string" }, json: { type: "boolean" } });
		const at = given.at === undefined ? Date.now() : Date.parse(given.at);
		if (Number.isNaN(at) || (given.at !== undefined && !/(Z|[+-]\d{2}:\d{2})$/.test(given.at)))
			throw new Usage("--at harus waktu dengan zonanya, misalnya 2026-11-25T09:00+07:00.");
		const sent = await remindAll(at, siteOrigin(), Date.now());
		report(given.json, { sent }, `${sent} pesan dikirim.`);
		return 0;
	},
};
