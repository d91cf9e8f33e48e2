import { clean, withoutApostrophe } from "./clean.ts";
import { isScientific } from "./number.ts";
import { after, asText, type Cell, plain, type Read, refused } from "./said.ts";

/** A name, a title, a position: as written. */
export function readText(cell: Cell): Read {
	const cleaned = clean(cell);
	if (cleaned.value === null) return cleaned;
	const bare = /^['’‘`´]\s*[\d=+@-]/.test(cleaned.value) ? withoutApostrophe(cleaned.value) : cleaned;
	if (/^[=+@]|^-\S/.test(bare.value ?? "")) return formulaLike;
	return after(cleaned.said, bare);
}

/** A person's name: a text with a letter. */
export function readName(cell: Cell): Read {
	const read = readText(cell);
	return read.value === null || /\p{L}/u.test(read.value) ? read : notName;
}

/**
 * An identifier of SIASN, as written.
 * @param width digits of the longest identifier in the column that has digits only; a shorter one lost its zeros
 */
export function readId(cell: Cell, width: number): Read {
	const cleaned = clean(cell);
	if (cleaned.value === null) return cleaned;
	const bare = withoutApostrophe(cleaned.value);
	const value = bare.value ?? "";
	if (isScientific(value))
		return refused("scientific", "Kode ini terbaca sebagai angka dan disingkat.", asText);
	if (cell.kind !== "text" && /^\d+$/.test(value)) {
		if (value.length > 15)
			return refused("digitsLost", "Kode ini terbaca sebagai angka dan dibulatkan.", asText);
		if (value.length < width)
			return refused("zerosLost", "Angka nol di depan kode ini mungkin hilang.", asText);
	}
	return /^[=+@-]/.test(value) ? formulaLike : after(bare.said ?? cleaned.said, plain(value));
}

/** An e-mail address in lower case. */
export function readEmail(cell: Cell): Read {
	const cleaned = clean(cell);
	if (cleaned.value === null) return cleaned;
	const bare = withoutApostrophe(cleaned.value);
	const address = (bare.value ?? "").toLowerCase();
	if (!/^[^@\s,;<>="]+@[^@\s,;<>]+\.[^@\s,;<>.]+$/.test(address) || /^[+-]/.test(address)) return notEmail;
	return after(bare.said ?? cleaned.said, plain(address));
}

const formulaLike = refused(
	"formula",
	"Isi sel ini diawali tanda seperti rumus (=, +, - atau @) dan tidak diambil.",
	"Hapus tanda di depannya atau tempel sebagai nilai, lalu unggah kembali.",
);
const notName = refused(
	"unknownValue",
	"Sel ini bukan nama: tidak ada huruf di dalamnya.",
	"Periksa apakah kolomnya bergeser, perbaiki, lalu unggah kembali.",
);
const notEmail = refused(
	"email",
	"Isi sel ini bukan satu alamat surel.",
	"Perbaiki atau kosongkan selnya; data lain di baris ini tetap dipakai.",
);
