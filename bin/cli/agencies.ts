import { listAgencies } from "../../app/agencies/listAgencies.server.ts";
import { migrate } from "../../db/migrate.server.ts";
import { prepareContent } from "../prepare/content.ts";
import { type Command, options, report } from "./usage.ts";

export const agenciesCommand: Command = {
	name: "agencies",
	summary: "Menampilkan daftar instansi",
	usage: "bin/cakap agencies [--json]",
	help: "Menampilkan jumlah instansi menurut jenisnya. Dengan --json: {counts, agencies} pada satu baris.",
	async run(args) {
		const { json } = options(args, { json: { type: "boolean" } });
		await migrate();
		await quietly(prepareContent);
		const all = await listAgencies();
		const lines = Object.entries(all.counts).map(([kind, n]) => `${String(n).padStart(5)}  ${kind}`);
		report(json, all, lines.join("\n"));
		return 0;
	},
};

/** What is said on the way goes to standard error: standard output holds the answer only. */
export async function quietly(work: () => Promise<void>): Promise<void> {
	const write = process.stdout.write;
	process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
	try {
		await work();
	} finally {
		process.stdout.write = write;
	}
}
