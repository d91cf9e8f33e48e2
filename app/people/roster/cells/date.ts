import { clean, withoutApostrophe } from "./clean.ts";
import { type DateReading, datesOf } from "./dateForms.ts";
import { after, type Cell, plain, type Read, refused, restored } from "./said.ts";

/** For each way of writing, how often the dates of the file can only be read with the day, or the month, in front. */
export type DateOrders = Record<DateReading["form"], Orders>;
type Orders = { dayFirst: number; monthFirst: number };

export type DateContext = {
	today: string;
	is1904: boolean;
	orders: DateOrders;
	/** The month (YYYY-MM) that the date must lie in, known from the number; null where it is not. */
	expected: string | null;
	/** Whether another date of the row was found with day and month exchanged. */
	isSuspect: boolean;
};

const EARLIEST = "1940-01-01";
const HABIT = 10;

/** A date as an ISO day; where day and month could be exchanged, only what is certain. */
export function readDate(cell: Cell, context: DateContext): Read {
	const cleaned = clean(cell);
	if (cleaned.value === null) return cleaned;
	const bare = withoutApostrophe(cleaned.value);
	const reading = datesOf(bare.value ?? "", context.is1904);
	if (!reading) return notDate;
	const possible = withinCareer(reading, context.today);
	if (!possible.first && !possible.other) return notDate;
	return after(bare.said ?? cleaned.said, certain(possible, cell, context));
}

function withinCareer(reading: DateReading, today: string): DateReading {
	const latest = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
	const kept = (day: string | null) => (day && day >= EARLIEST && day <= latest ? day : null);
	return { ...reading, first: kept(reading.first), other: kept(reading.other) };
}

function certain(reading: DateReading, cell: Cell, context: DateContext): Read {
	const { form, first, other } = reading;
	if (context.expected) {
		if (first?.startsWith(context.expected)) return asWritten(first, form, cell);
		if (other?.startsWith(context.expected)) return restored(other, "dateSwapped", byNumber);
	}
	if (first === other || !other) return first ? asWritten(first, form, cell) : notDate;
	if (form === "serial") return first && !context.isSuspect ? asWritten(first, form, cell) : eitherOrder;
	if (!first) return restored(other, "dateOrder", monthInFront);
	if (context.isSuspect) return eitherOrder;
	return form === "/" ? bySlash(first, other, context.orders[form]) : byCustom(first, context.orders[form]);
}

/** A slash is written by either custom: the dates of the file must agree. */
function bySlash(first: string, other: string, { dayFirst, monthFirst }: Orders): Read {
	if (Boolean(dayFirst) === Boolean(monthFirst)) return eitherOrder;
	return dayFirst ? plain(first) : restored(other, "dateOrder", monthInFront);
}

/** SIASN writes dd-mm-yyyy; a slip elsewhere does not put that in doubt, a habit does. */
function byCustom(first: string, { dayFirst, monthFirst }: Orders): Read {
	return monthFirst >= HABIT && monthFirst > dayFirst ? eitherOrder : plain(first);
}

function asWritten(day: string, form: DateReading["form"], { kind }: Cell): Read {
	return form === "serial" && kind !== "date" ? restored(day, "dateSerial", wasNumber) : plain(day);
}

const wasNumber = "Tanggal ini tersimpan sebagai angka Excel dan dibaca sebagai tanggal.";
const byNumber = "Hari dan bulan tertukar; yang sesuai dengan NIP diambil.";
const monthInFront = "Bulan ditulis di depan hari, seperti dalam Excel berbahasa Inggris.";
const notDate = refused(
	"notDate",
	"Isi sel ini bukan tanggal yang mungkin.",
	"Tulis sebagai hh-bb-tttt, misalnya 01-04-2019, lalu unggah kembali.",
);
const eitherOrder = refused(
	"dateOrder",
	"Tidak dapat dipastikan mana hari dan mana bulan dalam tanggal ini.",
	"Tulis kolom ini sebagai tttt-bb-hh, misalnya 2019-04-01, lalu unggah kembali.",
);
