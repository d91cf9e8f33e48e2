import { rosterImportMessages } from "../../app/i18n/messages/rosterImport.ts";
import { refusedRows } from "../../app/people/roster/refusedRows.server.ts";
import type { RosterOutcomeOfAct, RosterRun } from "../../app/people/roster/rosterActs.server.ts";
import { touchedRows } from "../../app/people/roster/touchedRows.server.ts";
import { longestWriteMs } from "../../db/group-commit.server.ts";

const t = rosterImportMessages.id;

type Act = {
	/** null: only compared. */
	outcome: RosterOutcomeOfAct | null;
	/** Why the act was not done, in words. */
	refusal: string | null;
};

/** What a run holds and what became of it, as one value and as text. */
export async function rosterReport(roster: RosterRun, { outcome, refusal }: Act) {
	const refused = await faults(roster, "refused");
	const doubtful = await faults(roster, "doubtful");
	const left = await faults(roster, "left");
	const touched = (await touchedRows(roster.id, roster.agencyId)).map(({ row, touched: by }) => ({
		row,
		reason: t[`touched.${by}`],
	}));
	const counts = countsOf(roster);
	const state = {
		id: roster.id,
		state: roster.state,
		applied: roster.state === "applied",
		refusal: outcome && outcome !== "done" ? outcome : null,
	};
	const lines = [
		`Impor ${roster.id} (${roster.fileName}): ${counts.rows} baris.`,
		...Object.entries(counts).map(
			([name, n]) => `${String(n).padStart(8)}  ${countWords[name as keyof typeof countWords]}`,
		),
		...[...refused, ...doubtful, ...left].map(
			({ row, column, reason }) => `Baris ${row}${column ? `, ${column}` : ""}: ${reason}`,
		),
		...touched.map(({ row, reason }) => `Baris ${row ?? "-"}: ${reason}`),
		refusal ?? (touched.length > 0 ? t.touched(touched.length) : ending(roster.state)),
	];
	const isClean = refused.length === 0 && touched.length === 0;
	return {
		value: { ...state, ...counts, refused, doubtful, left, touched, longestWriteMs: longestWriteMs() },
		text: lines.join("\n"),
		isClean,
	};
}

const countWords = {
	rows: "dibaca",
	new: "baru",
	changed: "berubah",
	moved: "pindah ke sini (perlu disetujui)",
	movedOut: "pindah keluar atau tidak lagi bekerja",
	absent: "tidak ada di berkas",
	same: "sama",
	restored: "sel dipulihkan",
};

function countsOf({ counts }: RosterRun) {
	const of = (name: keyof typeof counts) => counts[name] ?? 0;
	const inFile = ["new", "changed", "moved-in", "moved-out", "refused", "doubtful", "same"] as const;
	return {
		rows: inFile.reduce((sum, name) => sum + of(name), 0),
		new: of("new"),
		changed: of("changed"),
		moved: of("moved-in"),
		movedOut: of("moved-out"),
		absent: of("absent"),
		same: of("same"),
		restored: of("restored"),
	};
}

async function faults({ id, agencyId }: RosterRun, outcome: "refused" | "doubtful" | "left") {
	const all: { row: number; column: string; reason: string }[] = [];
	for await (const { row, faults } of refusedRows(id, agencyId, "id", outcome))
		for (const fault of faults) all.push({ row, ...fault });
	return all;
}

function ending(state: RosterRun["state"]): string {
	if (state === "applied") return "Diterapkan. Batalkan seluruhnya dengan --undo dan id di atas.";
	if (state === "undone") return "Dibatalkan seluruhnya.";
	return "Belum ada yang diubah; ulangi dengan --apply untuk menerapkan.";
}
