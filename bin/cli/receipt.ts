import { readFileSync } from "node:fs";
import {
	type Receipt,
	type ReceiptAnswer,
	type ReceiptProblem,
	readReceipt,
} from "../../app/assessment/receipt.ts";
import { competenceName } from "../../app/catalog/framework.server.ts";
import {
	type ReceiptState,
	receiptState,
	restoreReceipt,
} from "../../app/certification/restoreReceipt.server.ts";
import { fingerprintOf, knownKeys } from "../../app/http/installationKey.server.ts";
import { migrate } from "../../db/migrate.server.ts";
import { reading, transaction } from "../../db/transaction.server.ts";
import { type Command, fileAndOptions, report } from "./usage.ts";

const problems: Record<ReceiptProblem["reason"], string> = {
	unreadable: "bukan tanda terima ujian Cakap yang dapat dibaca",
	changed: "berubah setelah ditandatangani",
	incomplete: "tidak lengkap: ada baris yang hilang atau berlebih",
	foreign: "ditandatangani oleh pemasangan lain, bukan oleh yang ini",
};

export const verifyReceiptCommand: Command = {
	name: "verify-receipt",
	summary: "Memeriksa tanda terima ujian",
	usage: "bin/cakap verify-receipt <berkas> [--json]",
	help: "Memeriksa keaslian tanda terima dan apakah setiap jawaban di dalamnya ada dalam basis data. Kode keluar 1 bila tidak asli atau ada yang hilang.",
	async run(args) {
		const { file, values } = fileAndOptions(args, { json: { type: "boolean" } }, this.usage);
		await migrate();
		const receipt = await genuine(file);
		if (!isReceipt(receipt)) return refused(values.json, receipt);
		const state = await reading((tx) => receiptState(tx, receipt));
		const whole = state.missing.length + state.differing.length === 0 && !state.isSubmissionMissing;
		report(values.json, { genuine: true, ...told(receipt, state) }, sentences(receipt, state).join("\n"));
		return whole ? 0 : 1;
	},
};

export const restoreReceiptCommand: Command = {
	name: "restore-receipt",
	summary: "Mengembalikan jawaban yang hilang dari tanda terima",
	usage: "bin/cakap restore-receipt <berkas> [--apply] [--json]",
	help: "Menampilkan apa yang akan dikembalikan ke basis data; dengan --apply mengembalikannya, sekali. Yang sudah ada tidak diubah.",
	async run(args) {
		const config = { json: { type: "boolean" }, apply: { type: "boolean" } } as const;
		const { file, values } = fileAndOptions(args, config, this.usage);
		await migrate();
		const receipt = await genuine(file);
		if (!isReceipt(receipt)) return refused(values.json, receipt);
		const actor = { id: null, name: "bin/cakap restore-receipt" };
		const act = { receipt, actor, competenceName, now: Date.now() };
		const state = values.apply
			? await transaction((tx) => restoreReceipt(tx, act))
			: await reading((tx) => receiptState(tx, receipt));
		if (!state || state.isGroundless) {
			process.stderr.write("Kepesertaan atau soalnya tidak ada lagi; tidak ada yang dikembalikan.\n");
			return 1;
		}
		const done = values.apply
			? "Dikembalikan."
			: "Belum ada yang diubah; ulangi dengan --apply untuk mengembalikan.";
		const text = [...sentences(receipt, state), done].join("\n");
		report(values.json, { applied: values.apply === true, ...told(receipt, state) }, text);
		return 0;
	},
};

async function genuine(file: string): Promise<Receipt | ReceiptProblem> {
	const keys = await knownKeys();
	return readReceipt(readFileSync(file, "utf8"), (key) => keys.get(fingerprintOf(key)) === key);
}

const isReceipt = (read: Receipt | ReceiptProblem): read is Receipt => "head" in read;

function refused(json: boolean | undefined, { reason, line }: ReceiptProblem): number {
	report(json, { genuine: false, reason, line }, `Tidak asli: ${problems[reason]} (baris ${line}).`);
	return 1;
}

function told({ head, answers }: Receipt, state: ReceiptState) {
	return {
		attempt: head.attempt,
		answers: answers.length,
		missing: state.missing.map(nameOf),
		differing: state.differing.map(nameOf),
		attemptMissing: state.isAttemptMissing,
		submissionMissing: state.isSubmissionMissing,
	};
}

const nameOf = ({ position, device, number, givenAt }: ReceiptAnswer) => ({
	position,
	device,
	number,
	givenAt,
});

function sentences({ answers }: Receipt, state: ReceiptState): string[] {
	const one =
		(label: string) =>
		({ position, number, givenAt }: ReceiptAnswer) =>
			`  ${label}: soal ${position}, jawaban ke-${number}, diberikan ${new Date(givenAt).toISOString()}`;
	return [
		`Asli: ${answers.length} jawaban, ${answers.length - state.missing.length} ada dalam basis data.`,
		...(state.isAttemptMissing ? ["  Percobaan ujiannya tidak ada dalam basis data."] : []),
		...(!state.isAttemptMissing && state.isSubmissionMissing
			? ["  Pengumpulannya tidak ada dalam basis data."]
			: []),
		...state.missing.map(one("tidak ada")),
		...state.differing.map(one("berbeda")),
	];
}
