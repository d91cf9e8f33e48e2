import { placementPolicyAt } from "../../app/assessment/placement/policy.server.ts";
import {
	applyRecalibration,
	previewRecalibration,
} from "../../app/assessment/placement/recalibrate.server.ts";
import type { ProposedChange } from "../../db/schema/placement.ts";
import { transaction } from "../../db/transaction.server.ts";
import { type Command, options, report, Usage } from "./usage.ts";

export const recalibratePlacementCommand: Command = {
	name: "recalibrate-placement",
	summary: "Menaksir ulang kesukaran soal asesmen awal dari jawaban",
	usage: "bin/cakap recalibrate-placement [--apply --reason TEKS] [--json]",
	help: [
		"Tanpa --apply hanya menunjukkan apa yang akan berubah. Perkiraan penulis menjadi titik tolak, jadi jawaban yang sama tidak dihitung dua kali.",
		"Dengan --apply perubahan menjadi versi baru untuk asesmen yang dimulai sesudahnya; hasil lama tetap.",
	].join("\n"),
	async run(args) {
		const given = options(args, {
			apply: { type: "boolean" },
			reason: { type: "string" },
			json: { type: "boolean" },
		});
		const reason = given.reason?.trim() ?? "";
		if (given.apply && reason === "") throw new Usage("--apply memerlukan --reason.");
		const now = Date.now();
		const found = await previewRecalibration(placementPolicyAt(now));
		const by = { actorId: null, actorName: "bin/cakap", reason, now };
		const applied =
			given.apply && found.changes.length > 0
				? await transaction((tx) => applyRecalibration(tx, found, by))
				: null;
		const lines = [
			...found.changes.map(asLine),
			`${found.sittings} asesmen selesai; ${found.changes.length} soal berubah, ${found.tooFew} belum cukup jawaban.`,
			applied === null ? "Tidak ada yang diubah." : `Versi ${applied} berlaku untuk asesmen berikutnya.`,
		];
		report(given.json, { ...found, applied }, lines.join("\n"));
		return given.apply && found.changes.length > 0 && applied === null ? 1 : 0;
	},
};

function asLine({ code, answers, before, after, standardError }: ProposedChange): string {
	return `${code}: ${before.toFixed(2)} menjadi ${after.toFixed(2)} (galat ${standardError.toFixed(2)}, ${answers} jawaban)`;
}
