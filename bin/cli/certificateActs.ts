import { readFileSync } from "node:fs";
import { agencyInScope } from "../../app/agencies/searchAgencies.server.ts";
import { finishAct } from "../../app/certification/acts/advance.server.ts";
import { discardAct, planAct, startAct } from "../../app/certification/acts/plan.server.ts";
import { actReason } from "../../app/certification/acts/reason.ts";
import { matchingIds, namedCertificates } from "../../app/certification/acts/select.server.ts";
import { actSummary, findAct, issuedCourses, zoneOf } from "../../app/certification/acts/view.server.ts";
import { addDays, endOfDay, isDay } from "../../app/learning/assignments/days.ts";
import { migrate } from "../../db/migrate.server.ts";
import type { CertificateActKind } from "../../db/schema/certificateActs.ts";
import { transaction } from "../../db/transaction.server.ts";
import { type Command, options, report, Usage } from "./usage.ts";

const ACTOR = { id: null, name: "bin/cakap" };
const words: Record<CertificateActKind, { name: string; summary: string; done: string }> = {
	revoke: { name: "revoke-certificates", summary: "Mencabut sertifikat, satu atau banyak", done: "dicabut" },
	reinstate: {
		name: "reinstate-certificates",
		summary: "Memulihkan sertifikat yang dicabut",
		done: "berlaku kembali",
	},
	reissue: {
		name: "reissue-certificates",
		summary: "Menerbitkan ulang sertifikat dengan nama dan NIP yang sekarang",
		done: "diterbitkan ulang",
	},
};

export const revokeCertificatesCommand = commandFor("revoke");
export const reinstateCertificatesCommand = commandFor("reinstate");
export const reissueCertificatesCommand = commandFor("reissue");

function commandFor(kind: CertificateActKind): Command {
	const { name, summary, done } = words[kind];
	return {
		name,
		summary,
		usage: `bin/cakap ${name} --agency <kode> (--numbers <berkas> | [--course <slug>] [--since <tanggal>] [--until <tanggal>]) --reason <alasan> [--apply] [--json]`,
		help: "Hanya sertifikat yang diterbitkan instansi itu. Berkas memuat satu nomor atau kode setiap baris. Tanpa --apply hanya akibatnya yang dikatakan, dan tidak ada yang berubah.",
		async run(args) {
			const text = { type: "string" } as const;
			const flag = { type: "boolean" } as const;
			const named = { agency: text, numbers: text, course: text, since: text, until: text, reason: text };
			const values = options(args, { ...named, apply: flag, json: flag });
			const code = values.agency;
			if (!code) throw new Usage(this.usage);
			const reason = actReason(values.reason ?? "");
			if (reason === null)
				throw new Usage("--reason: 10 sampai 500 huruf; dibaca pemilik sertifikat dan pemeriksa");
			await migrate();
			const agency = await agencyInScope(code, { kind: "nation" });
			if (!agency) throw new Usage(`--agency: ${code} tidak dikenal`);
			const certificateIds = await selected(agency.id, values);
			const now = Date.now();
			const plan = { kind, agencyId: agency.id, certificateIds, reason, actor: ACTOR, now };
			const actId = await planAct(plan);
			if (values.apply) {
				const begin = { actId, agencyId: agency.id, actor: ACTOR, now };
				await transaction((tx) => startAct(tx, begin));
				await finishAct(actId, Date.now);
			} else await transaction((tx) => discardAct(tx, actId, agency.id, now));
			const act = await findAct(actId, agency.id);
			if (!act) throw new Error(`no act ${actId}`);
			const { met, people, jp, left } = await actSummary(act);
			const told = Object.fromEntries(left.map(({ fault, n }) => [fault, n]));
			const isApplied = values.apply ?? false;
			const verb = isApplied ? done : `akan ${done}`;
			const rest = left.reduce((sum, { n }) => sum + n, 0);
			report(
				values.json,
				{ act: actId, applied: isApplied, certificates: met, people, jp, left: told },
				`${met} sertifikat milik ${people} orang (${jp} JP) ${verb}; ${rest} dibiarkan.`,
			);
			return 0;
		},
	};
}

type Chosen = { numbers?: string; course?: string; since?: string; until?: string };

async function selected(issuerId: string, { numbers, course, since, until }: Chosen): Promise<string[]> {
	if (numbers !== undefined) {
		if (course ?? since ?? until)
			throw new Usage("--numbers tidak dipakai bersama --course, --since, --until");
		const lines = readFileSync(numbers, "utf8").split(/\r?\n/);
		const given = lines.map((line) => line.trim()).filter(Boolean);
		const { ids, unknown } = await namedCertificates(issuerId, given);
		if (unknown.length > 0)
			throw new Usage(`Bukan nomor atau kode sertifikat instansi ini: ${unknown.slice(0, 20).join(", ")}`);
		return ids;
	}
	if (course === undefined && since === undefined && until === undefined)
		throw new Usage("Sebutkan --numbers, atau paling sedikit satu dari --course, --since, --until");
	const timeZone = await zoneOf(issuerId);
	const own = await issuedCourses(issuerId);
	const courseId = course === undefined ? "" : own.find(({ slug }) => slug === course)?.id;
	if (courseId === undefined) throw new Usage(`--course: ${course} bukan pelatihan milik instansi ini`);
	const after = (day: string) => endOfDay(day, timeZone) + 1;
	return matchingIds(
		{
			...{ issuerId, search: "", courseId, state: "" },
			from: since === undefined ? null : after(addDays(dayOf("--since", since), -1)),
			before: until === undefined ? null : after(dayOf("--until", until)),
		},
		Number.MAX_SAFE_INTEGER,
	);
}

function dayOf(option: string, given: string): string {
	if (!isDay(given)) throw new Usage(`${option}: tanggal seperti 2026-11-25`);
	return given;
}
