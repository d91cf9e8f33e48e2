import { type Cell, plain, type Read, refused, restored } from "./said.ts";

const LONGEST = 500;
/** Nearly every cell is, and needs no further look. */
const ORDINARY = /^[A-Za-z0-9](?:[ -~]{0,498}[!-~])?$/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const WIDE_SPACE = /[\p{Cc}\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|#+)$/i;

/**
 * A cell's text without what cannot be seen: spaces at its ends go without a word, as do "-" and "NULL", which mean
 * that there is nothing; whatever else is changed is said.
 */
export function clean({ text, kind }: Cell): Read {
	if (ORDINARY.test(text) && !isNothing(text) && kind !== "error" && kind !== "uncalculated")
		return plain(text);
	if (kind === "error" || ERROR.test(text.trim())) return isError;
	if (kind === "uncalculated") return notCalculated;
	const trimmed = trim(text);
	if (isNothing(trimmed)) return plain(null);
	const formula = /^="([^"]*)"$/.exec(trimmed)?.[1];
	const visible = formula === undefined ? trimmed : trim(formula);
	const said = trim(
		visible
			.replace(INVISIBLE, "")
			.replace(WIDE_SPACE, " ")
			.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
	);
	if (said.length > LONGEST) return tooLong;
	if (said === "") return plain(null);
	if (said !== visible) return restored(said, "invisible", unseen);
	return formula === undefined ? plain(said) : restored(said, "asText", 'Teks ditulis sebagai rumus (="…").');
}

/** Excel hides an apostrophe before what is to stay text; other programs show it. */
export function withoutApostrophe(value: string): Read {
	const bare = value.replace(/^['’‘`´]\s*/, "");
	return bare === value ? plain(value) : restored(bare, "apostrophe", "Tanda petik di depan sel dihapus.");
}

const isNothing = (text: string) => text === "" || text === "-" || (text.length === 4 && /null/i.test(text));
const trim = (text: string) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

const unseen =
	"Spasi khusus, huruf lebar, atau karakter tak terlihat di dalam sel diganti dengan huruf biasa.";
const isError = refused(
	"error",
	"Sel ini berisi pesan kesalahan Excel, bukan data.",
	"Perbaiki rumus atau ketik isinya, simpan, lalu unggah kembali.",
);
const notCalculated = refused(
	"formula",
	"Sel ini berisi rumus tanpa hasil yang tersimpan.",
	"Buka berkas di Excel, simpan agar rumusnya dihitung, atau tempel sebagai nilai, lalu unggah kembali.",
);
const tooLong = refused(
	"tooLong",
	`Isi sel ini lebih dari ${LONGEST} huruf.`,
	"Periksa apakah isi beberapa sel tergabung, perbaiki, lalu unggah kembali.",
);
