import { type NumberProblem, parseEmployeeNumber } from "../../nip.ts";
import { clean, withoutApostrophe } from "./clean.ts";
import { after, asText, type Cell, plain, type Read, refused, restored } from "./said.ts";

/** "1.98609E+17", also with a comma; identifiers of hexadecimal digits are longer. */
export const isScientific = (text: string): boolean =>
	/^\d+([.,]\d+)?e[+-]?\d{1,3}$/i.test(text) && text.length < 26;

/**
 * Whether eighteen digits are what is left of others after a program kept them as a binary number and wrote that
 * whole, or as briefly as it can: of numbers that never were rounded, about one in sixteen looks so.
 */
export const looksRounded = (digits: string): boolean =>
	BigInt(Number(digits)) === BigInt(digits) || String(Number(digits)) === digits;

/**
 * A NIP or NI PPPK. Excel keeps 15 digits of a number and shows zeros for the rest; other programs round to the next
 * binary number. What may have gone through either is refused.
 * @param areRounded whether all numbers at the beginning of the file look rounded; one that is written with spaces or
 * an apostrophe never was a number, and is taken all the same
 */
export function readNumber(cell: Cell, today: string, areRounded: boolean): Read {
	const cleaned = clean(cell);
	if (cleaned.value === null) return cleaned;
	const bare = withoutApostrophe(cleaned.value);
	const text = bare.value ?? "";
	if (isScientific(text)) return asNumber("scientific");
	if (cell.kind === "number" || cell.kind === "date") return fromNumber(text, today);
	const parsed = parseEmployeeNumber(text, today);
	if (!parsed.ok) return /\d{15}000$/.test(text) ? asNumber("digitsLost") : misshapen(parsed.problem);
	if (areRounded && text === parsed.number.value && !bare.said) return allRounded;
	return after(bare.said ?? cleaned.said, plain(parsed.number.value));
}

function fromNumber(text: string, today: string): Read {
	const parsed = parseEmployeeNumber(text, today);
	if (!/^\d{18}$/.test(text) || looksRounded(text) || !parsed.ok) return asNumber("number");
	return restored(
		text,
		"wholeNumber",
		"Sel ini bertipe angka, tetapi kedelapan belas angkanya tertulis utuh dan diambil apa adanya.",
	);
}

const allRounded = refused(
	"digitsLost",
	"Semua nomor di berkas ini tampak dibulatkan oleh program yang menyimpannya sebagai angka.",
	"Salin kembali nomornya dari ekspor SIASN sebagai Teks, atau tulis dengan spasi seperti 19860926 201505 1 001, lalu unggah kembali.",
);

const asNumber = (code: "scientific" | "digitsLost" | "number") =>
	refused(code, `Kolom ini terbaca sebagai angka: ${how[code]}`, asText);

const how = {
	scientific: "nomornya disingkat menjadi bentuk ilmiah, dan angka terakhirnya hilang.",
	digitsLost: "hanya angka depannya yang tersimpan, angka terakhirnya dibulatkan.",
	number: "angka terakhirnya mungkin sudah dibulatkan.",
};

const misshapen = (problem: NumberProblem) =>
	refused(
		"nip",
		`Nomor ini bukan NIP atau NI PPPK yang sah: ${problems[problem]}.`,
		"Cocokkan dengan SIASN, perbaiki, lalu unggah kembali.",
	);

const problems: Record<NumberProblem, string> = {
	length: "panjangnya bukan 18 angka",
	scientific: "tertulis dalam bentuk ilmiah",
	birthDate: "delapan angka pertama bukan tanggal lahir yang mungkin",
	appointment: "angka ke-9 sampai ke-14 bukan waktu pengangkatan yang mungkin",
	contract: "angka ke-13 dan ke-14 bukan bulan dan bukan kode kontrak PPPK",
	sex: "angka ke-15 bukan 1 atau 2",
	serial: "nomor urut tiga angka terakhir adalah 000",
};
