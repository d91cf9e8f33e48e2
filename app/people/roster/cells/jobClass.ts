import type { JobClass } from "#db/schema/people.ts";
import { clean } from "./clean.ts";
import { type Cell, plain, type Read, refused } from "./said.ts";

/** Echelons as job classes; source: UU 5/2014, article 131 (an echelon V is an operational job). */
const byEchelon: Record<string, JobClass> = {
	I: "jpt",
	II: "jpt",
	III: "administrator",
	IV: "pengawas",
	V: "pelaksana",
};

/** The job class, from its kind ("Jabatan Fungsional Tertentu") and, for a structural one, the echelon ("III.a"). */
export function readJobClass(kind: Cell | null, echelon: Cell | null): Read<JobClass> {
	const cells = [kind, echelon].map((cell) => (cell ? clean(cell) : plain<string>(null)));
	const broken = cells.find(({ said }) => said?.kind === "refused");
	if (broken) return { value: null, said: broken.said };
	const [kindText = null, echelonText = null] = cells.map(({ value }) => value);
	const byKind = kindText === null ? null : meant(kindText);
	const level = echelonText === null ? null : levelOf(echelonText);
	if (byKind === undefined || level === undefined) return unknown;
	if (byKind === "structural") return level ? plain(level) : withoutEchelon;
	if (byKind && level && byKind !== level) return contradicts;
	return { value: byKind ?? level, said: cells.find(({ said }) => said)?.said ?? null };
}

function meant(word: string): JobClass | "structural" | undefined {
	const text = word.toUpperCase();
	if (/FUNGSIONAL UMUM|\bJFU\b|PELAKSANA/.test(text)) return "pelaksana";
	if (/FUNGSIONAL|\bJFT?\b/.test(text)) return "fungsional";
	if (/PIMPINAN TINGGI|\bJPT\b/.test(text)) return "jpt";
	if (/ADMINISTRATOR/.test(text)) return "administrator";
	if (/PENGAWAS/.test(text)) return "pengawas";
	return /STRUKTURAL/.test(text) ? "structural" : undefined;
}

/** null where it says that there is none; undefined where it is none that is known. */
function levelOf(word: string): JobClass | null | undefined {
	if (/^NON\b|TIDAK ADA/i.test(word)) return null;
	const level = /^(?:ESELON\s*)?(I{1,3}|IV|V)(?:[\s./-]*[A-E])?$/i.exec(word)?.[1];
	return byEchelon[(level ?? "").toUpperCase()];
}

const unknown = refused(
	"unknownValue",
	"Jenis jabatan atau eselon ini tidak dikenal.",
	"Isi menurut SIASN (Struktural, Fungsional Tertentu, Fungsional Umum), lalu unggah kembali.",
);
const withoutEchelon = refused(
	"missing",
	"Jabatan struktural ini tidak disertai eselon.",
	"Isi kolom ESELON menurut SIASN, lalu unggah kembali.",
);
const contradicts = refused(
	"contradiction",
	"Jenis jabatan ini tidak sesuai dengan eselonnya.",
	"Cocokkan jenis jabatan dan eselon dengan SIASN, lalu unggah kembali.",
);
