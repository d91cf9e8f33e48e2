import { placementPolicyAt } from "../../app/assessment/placement/policy.server.ts";
import { type Simulation, simulatePlacement } from "../../app/assessment/placement/simulate.ts";
import { SIMULATED_DOMAINS, simulatedPool } from "../../app/assessment/placement/simulatedPeople.ts";
import { seeded } from "../../app/assessment/seeded.ts";
import { type Command, options, report, Usage } from "./usage.ts";

export const simulatePlacementCommand: Command = {
	name: "simulate-placement",
	summary: "Menguji asesmen awal pada orang dan soal rekaan",
	usage: "bin/cakap simulate-placement [--people 2000] [--items 300] [--seed 1] [--json]",
	help: [
		"Menjalankan kode asesmen yang sama dengan situs; basis data tidak dibuka.",
		"Kemampuan N(0,1) pada lima ranah yang berkorelasi menurut kebijakan, daya beda 0,8–2,0, kesukaran N(0, 1,2).",
		"fixedLengthForSameRmse: panjang tes acak berimbang tanpa penyesuaian yang mencapai rmse yang sama.",
	].join("\n"),
	async run(args) {
		const given = options(args, {
			people: { type: "string" },
			items: { type: "string" },
			seed: { type: "string" },
			json: { type: "boolean" },
		});
		const people = whole(given.people, "--people", 2000, 1, 100_000);
		const size = whole(given.items, "--items", 300, 5, 5000);
		const seed = whole(given.seed, "--seed", 1, 0, 2 ** 31);
		const pool = simulatedPool(size, seeded(seed + 1_000_003));
		const policy = placementPolicyAt(Date.now());
		const found = simulatePlacement({ people, pool, domains: SIMULATED_DOMAINS, policy, seed });
		report(given.json, found, asText(found));
		return 0;
	},
};

function whole(text: string | undefined, name: string, usual: number, least: number, most: number): number {
	if (text === undefined) return usual;
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < least || value > most)
		throw new Usage(`${name} harus bilangan bulat dari ${least} sampai ${most}.`);
	return value;
}

function asText(found: Simulation): string {
	const { bias, rmse, meanLength, maxExposure, coverage90, domainCoverage90 } = found;
	return [
		`${found.people} orang, ${found.items} soal`,
		`Simpangan rata-rata (bias) ${bias.toFixed(3)} logit, galat (rmse) ${rmse.toFixed(3)} logit`,
		`Rata-rata ${meanLength.toFixed(1)} soal; tanpa penyesuaian ${found.fixedLengthForSameRmse ?? "seluruh bank tidak cukup"}`,
		`Soal yang paling sering ditemui: ${(100 * maxExposure).toFixed(1)}% peserta`,
		`Selang 90% memuat kemampuan sebenarnya pada ${(100 * coverage90).toFixed(1)}%; ranah terburuk ${(100 * domainCoverage90).toFixed(1)}%`,
	].join("\n");
}
