/** The days (ISO) that a written date can mean; equal or null where there is one reading only. */
export type DateReading = {
	form: "iso" | "word" | "serial" | "-" | "." | "/";
	/** Day before month, or the only order that the form has. */
	first: string | null;
	/** Month before day. */
	other: string | null;
};

/** Excel's day 1, less one for the 29 February 1900 that it counts though it never was. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const BETWEEN_EPOCHS = 1462;

const months = [
	"januari jan january",
	"februari feb february pebruari peb",
	"maret mar march",
	"april apr",
	"mei may",
	"juni jun june",
	"juli jul july",
	"agustus agu ags agt aug august",
	"september sep sept",
	"oktober okt oct october",
	"november nov nopember nop",
	"desember des dec december",
].map((names) => names.split(" "));

/** The readings of a date as text or as Excel's number; null where it has no form of a date. */
export function datesOf(text: string, is1904: boolean): DateReading | null {
	if (/^\d{4,6}(\.\d+)?$/.test(text)) return serial(Number(text), is1904);
	const bare = text.replace(/[T ]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?$/, "");
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare);
	if (iso) return single("iso", iso[1], iso[2], iso[3]);
	const numeric = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(bare);
	if (numeric) return bothOrders(numeric);
	const dayFirst = /^(\d{1,2})[ .-]+(\p{L}+)\.?[ .,-]+(\d{4})$/u.exec(bare);
	if (dayFirst) return single("word", dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
	const monthFirst = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})$/u.exec(bare);
	return monthFirst && single("word", monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
}

function serial(number: number, is1904: boolean): DateReading {
	const first = new Date(EPOCH + (Math.floor(number) + (is1904 ? BETWEEN_EPOCHS : 0)) * DAY)
		.toISOString()
		.slice(0, 10);
	return { form: "serial", first, other: swapped(first) };
}

function bothOrders([, a, separator, b, year]: RegExpExecArray): DateReading {
	return { form: separator as "-" | "." | "/", first: day(year, b, a), other: day(year, a, b) };
}

function single(form: "iso" | "word", year?: string, month?: string, date?: string): DateReading {
	return { form, first: day(year, month, date), other: null };
}

/** The day with day and month exchanged, where there is such a day. */
function swapped(iso: string): string | null {
	const [year, month, date] = iso.split("-");
	return day(year, date, month);
}

function monthOf(word = ""): string {
	return String(months.findIndex((names) => names.includes(word.toLowerCase())) + 1);
}

function day(year = "", month = "", date = ""): string | null {
	const [y, m, d] = [Number(year), Number(month), Number(date)];
	const last = m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
	return m >= 1 && m <= 12 && d >= 1 && d <= last
		? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
		: null;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
