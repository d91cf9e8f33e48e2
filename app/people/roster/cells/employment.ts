import type { RosterCells } from "../rosterLine.ts";
import { clean } from "./clean.ts";
import { type Cell, plain, type Read, refused } from "./said.ts";

type Employment = NonNullable<RosterCells["employment"]>;

/**
 * PNS, CPNS, PPPK or PPPK part-time, from the kind of employee ("PNS Daerah", "PPPK Paruh Waktu") and the status ("P",
 * "C"): the kind says more, the status tells CPNS apart. Neither may contradict the number.
 * @param nip 18 digits; null where it is not known
 */
export function readEmployment(kind: Cell | null, status: Cell | null, nip: string | null): Read<Employment> {
	const cells = [kind, status].map((cell) => (cell ? clean(cell) : plain<string>(null)));
	const broken = cells.find(({ said }) => said?.kind === "refused");
	if (broken) return { value: null, said: broken.said };
	const [byKind, byStatus] = cells.map(({ value }) => (value === null ? null : meant(value)));
	if (byKind === undefined || byStatus === undefined) return unknown;
	const value = byKind === "PNS" && byStatus === "CPNS" ? "CPNS" : (byKind ?? byStatus);
	const isContract = value?.startsWith("PPPK");
	if (value && nip && isContract !== Number(nip.slice(12, 14)) >= 21) return contradicts;
	return { value, said: cells.find(({ said }) => said)?.said ?? null };
}

/** undefined: a word that means none of them. */
function meant(word: string): Employment | undefined {
	const text = word.toUpperCase();
	if (/\b(PPPK|P3K|PERJANJIAN KERJA)\b/.test(text)) return /PARUH/.test(text) ? "PPPK_PARUH_WAKTU" : "PPPK";
	if (/^C$|\bCPNS\b|CALON P/.test(text)) return "CPNS";
	return /^P$|\bPNS\b|PEGAWAI NEGERI/.test(text) ? "PNS" : undefined;
}

const unknown = refused(
	"unknownValue",
	"Isi sel ini bukan PNS, CPNS, PPPK atau PPPK Paruh Waktu.",
	"Isi menurut SIASN, lalu unggah kembali.",
);
const contradicts = refused(
	"contradiction",
	"Jenis pegawai ini tidak sesuai dengan nomornya: NI PPPK hanya untuk PPPK, NIP hanya untuk PNS dan CPNS.",
	"Cocokkan nomor dan jenis pegawai dengan SIASN, lalu unggah kembali.",
);
