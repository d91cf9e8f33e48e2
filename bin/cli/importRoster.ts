import { createHash } from "node:crypto";
import { createReadStream, writeFileSync } from "node:fs";
import path from "node:path";
import { findAgency, findAgencyById } from "../../app/agencies/findAgency.server.ts";
import { csvText } from "../../app/http/csv.ts";
import { dayIn } from "../../app/i18n/format.ts";
import { rosterImportMessages } from "../../app/i18n/messages/rosterImport.ts";
import { finishRoster } from "../../app/people/roster/advanceRoster.server.ts";
import { mappingOf } from "../../app/people/roster/mappings.server.ts";
import { readRoster } from "../../app/people/roster/readRoster.ts";
import { refusedSheet } from "../../app/people/roster/refusedRows.server.ts";
import {
	applyRoster,
	type RosterOutcomeOfAct,
	type RosterRun,
	rosterRun,
	undoRoster,
} from "../../app/people/roster/rosterActs.server.ts";
import { RosterRefused } from "../../app/people/roster/rosterLine.ts";
import { stageRoster } from "../../app/people/roster/stageRoster.server.ts";
import { migrate } from "../../db/migrate.server.ts";
import { reading, transaction } from "../../db/transaction.server.ts";
import { rosterReport } from "./rosterReport.ts";
import { type Command, options, report, Usage } from "./usage.ts";

const USAGE =
	"bin/cakap import-roster [<berkas>] --agency <kode> [--apply [--confirm-moves] [--confirm-absent]] [--undo <id>] [--refused <berkas.csv>] [--json]";
const actor = { id: null, name: "bin/cakap import-roster" };
const t = rosterImportMessages.id;

const known = {
	agency: { type: "string" },
	apply: { type: "boolean" },
	"confirm-moves": { type: "boolean" },
	"confirm-absent": { type: "boolean" },
	undo: { type: "string" },
	refused: { type: "string" },
	json: { type: "boolean" },
} as const;
type Values = ReturnType<typeof options<typeof known>>;

export const importRosterCommand: Command = {
	name: "import-roster",
	summary: "Memeriksa dan menerapkan daftar pegawai (XLSX atau CSV) satu instansi",
	usage: USAGE,
	help: "Tanpa --apply hanya memeriksa: siapa baru, berubah, pindah, tidak ada, ditolak, dan meragukan. --apply menerapkannya sekaligus; --confirm-moves ikut memindahkan mereka yang tercatat di instansi lain, --confirm-absent menyetujui lebih dari sepersepuluh pegawai tidak ada. --undo membatalkan seluruh impor dengan id itu. --refused menulis baris yang ditolak beserta alasannya. Kode keluar 1 bila tidak diterapkan, tidak dibatalkan, atau ada baris yang ditolak.",
	async run(args) {
		const [first = ""] = args;
		const file = first.startsWith("-") ? null : first || null;
		const values = options(file ? args.slice(1) : args, known);
		const isUndo = values.undo !== undefined;
		if (!values.agency || isUndo === (file !== null) || (isUndo && values.apply))
			throw new Usage(`Cara pakai: ${USAGE}`);
		await migrate();
		const agency = await findAgency(values.agency);
		if (!agency) throw new Error(`Instansi ${values.agency} tidak ada; tidak ada yang diubah.`);
		if (values.undo !== undefined) return undo(values.undo, agency.id, values);
		return file ? importFile(file, agency.id, values) : 2;
	},
};

async function importFile(file: string, agencyId: string, values: Values): Promise<number> {
	const runId = await staged(file, agencyId, values.json);
	if (runId === null) return 1;
	if (values.refused)
		writeFileSync(values.refused, csvText((await refusedSheet(runId, agencyId, "id")) ?? []));
	const confirmed = {
		moves: values["confirm-moves"] === true,
		manyAbsent: values["confirm-absent"] === true,
	};
	const act = { runId, agencyId, actor, ...times(), confirmed };
	const outcome = values.apply ? await transaction((tx) => applyRoster(tx, act)) : null;
	if (outcome === "done") await finishRoster(runId, Date.now);
	return tell(runId, agencyId, outcome, values.json);
}

/** The command does the work itself; a worker takes over what it left undone, should it be killed. */
function times() {
	const now = Date.now();
	return { now, workerAt: now + 120_000 };
}

/** Reads and compares the file. @returns null, and says why, when it cannot be read */
async function staged(file: string, agencyId: string, json: boolean | undefined): Promise<string | null> {
	const now = Date.now();
	const hash = createHash("sha256");
	try {
		for await (const part of createReadStream(file)) hash.update(part);
		const today = dayIn(now, "Asia/Jakarta");
		const mapping = await mappingOf(agencyId);
		const lines = await readRoster(file, { today, mapping });
		return await stageRoster(lines, {
			agencyId,
			fileName: path.basename(file),
			actor,
			now,
			sha256: hash.digest("hex"),
		});
	} catch (error) {
		if (!(error instanceof RosterRefused)) throw error;
		const refused = [{ row: error.row, column: "", reason: error.message }];
		report(
			json,
			{ applied: false, rows: 0, code: error.code, refused },
			`Tidak ada yang diubah. ${error.message}`,
		);
		return null;
	}
}

async function undo(runId: string, agencyId: string, { json }: Values): Promise<number> {
	const outcome = await transaction((tx) => undoRoster(tx, { runId, agencyId, actor, ...times() }));
	if (outcome === "done") await finishRoster(runId, Date.now);
	return tell(runId, agencyId, outcome, json);
}

async function tell(
	runId: string,
	agencyId: string,
	outcome: RosterOutcomeOfAct | null,
	json: boolean | undefined,
): Promise<number> {
	const roster = await reading((tx) => rosterRun(tx, runId, agencyId));
	if (!roster) {
		report(json, { id: runId, applied: false, refusal: "unknown" }, t["refused.unknown"]);
		return 1;
	}
	const refusal = outcome && outcome !== "done" ? await refusalWords(outcome, roster) : null;
	const said = await rosterReport(roster, { outcome, refusal });
	report(json, said.value, said.text);
	const isRefused = refusal !== null && outcome !== "nothing";
	const isClean = roster.state === "undone" || said.isClean;
	return isClean && !isRefused ? 0 : 1;
}

async function refusalWords(
	outcome: Exclude<RosterOutcomeOfAct, "done">,
	roster: RosterRun,
): Promise<string> {
	if (outcome === "many-absent") return t["refused.many-absent"](roster.counts.absent ?? 0, roster.members);
	if (outcome !== "other-agency") return t[`refused.${outcome}`];
	const other = await findAgencyById(roster.foreignAgencyId ?? "");
	return t["refused.other-agency"](other?.name ?? "");
}
