import type { SiasnPolicy } from "./siasnPolicy.ts";

/** The names of SIASN's fields, as its service takes them. */
export const siasnFields = [
	"instansiId",
	"institusiPenyelenggara",
	"jenisDiklatId",
	"jenisKursus",
	"jenisKursusSertipikat",
	"jumlahJam",
	"lokasiId",
	"namaKursus",
	"nomorSertipikat",
	"pnsOrangId",
	"tahunKursus",
	"tanggalKursus",
	"tanggalSelesaiKursus",
] as const;
type Numbered = "jumlahJam" | "tahunKursus";
/** One training of one person; hours and year are whole numbers, days are dd-mm-yyyy. */
export type SiasnRow = Record<Exclude<(typeof siasnFields)[number], Numbered>, string> &
	Record<Numbered, number>;

export type SiasnFacts = {
	title: string;
	organiser: string;
	number: string;
	/** SIASN's form-of-training id. */
	form: number;
	/** ISO days. */
	startedOn: string;
	finishedOn: string;
	year: number;
	jp: number;
	pnsId: string;
};

/** A training as SIASN takes it. */
export function siasnRow(
	facts: SiasnFacts,
	{ instansiId, lokasiId }: { instansiId: string; lokasiId: string },
	policy: Pick<SiasnPolicy, "jenisKursus" | "jenisKursusSertipikat" | "forms">,
): SiasnRow {
	const form = String(facts.form);
	const { jenisKursus, jenisKursusSertipikat } = { ...policy, ...policy.forms[form] };
	return {
		instansiId,
		institusiPenyelenggara: facts.organiser,
		jenisDiklatId: form,
		jenisKursus,
		jenisKursusSertipikat,
		jumlahJam: facts.jp,
		lokasiId,
		namaKursus: facts.title,
		nomorSertipikat: facts.number,
		pnsOrangId: facts.pnsId,
		tahunKursus: facts.year,
		tanggalKursus: siasnDay(facts.startedOn),
		tanggalSelesaiKursus: siasnDay(facts.finishedOn),
	};
}

/** "2026-11-27" as "27-11-2026". */
export const siasnDay = (day: string): string => day.split("-").reverse().join("-");

/** What an item needs: added, taken out, or both; `exported` is what SIASN should have of it, `jp` what stands. */
export function changeOf(exported: number, jp: number): { removes: boolean; adds: boolean } {
	if (exported === jp) return { removes: false, adds: false };
	return { removes: exported > 0, adds: jp > 0 };
}
