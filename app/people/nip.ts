/**
 * Numbers of civil servants. NIP (PNS): birth date, month of appointment, sex, serial. NI PPPK: birth date, year of
 * appointment, contract code from 21, sex, serial. Neither has a check digit: a valid shape proves nothing.
 * Source: Perka BKN 22/2007 and 43/2007 as reported in public pages; PPPK's contract code is common practice.
 */
export type EmployeeNumber = { kind: "NIP" | "NI_PPPK"; value: string };

export type NumberProblem =
	| "length"
	| "scientific"
	| "birthDate"
	| "appointment"
	| "contract"
	| "sex"
	| "serial";
export type ParsedNumber = { ok: true; number: EmployeeNumber } | { ok: false; problem: NumberProblem };

/** Spaces, dots, hyphens and apostrophes do not count: people and spreadsheets write them. */
export function normaliseNumber(typed: string): string {
	return typed.normalize("NFKC").replace(/[\s.'’`´\-\u200b-\u200f\u202a-\u202e]/g, "");
}

/** Checks shape and dates of a typed number; `today` is an ISO day. */
export function parseEmployeeNumber(typed: string, today: string): ParsedNumber {
	if (/^\d+([.,]\d+)?e\+?\d+$/i.test(typed.trim())) return { ok: false, problem: "scientific" };
	const value = normaliseNumber(typed);
	if (!/^\d{18}$/.test(value)) return { ok: false, problem: "length" };
	const problem = problemOf(value, today);
	if (problem) return { ok: false, problem };
	return { ok: true, number: { kind: isPppk(value) ? "NI_PPPK" : "NIP", value } };
}

const isPppk = (value: string) => Number(value.slice(12, 14)) >= 21;

function problemOf(value: string, today: string): NumberProblem | null {
	const birth = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
	if (!isDay(birth) || birth < "1940-01-01" || yearsLater(birth, 18) > today) return "birthDate";
	const code = Number(value.slice(12, 14));
	if (code >= 13 && code <= 20) return "contract";
	const appointed = isPppk(value)
		? `${value.slice(8, 12)}-12`
		: `${value.slice(8, 12)}-${value.slice(12, 14)}`;
	if (!isPppk(value) && code < 1) return "appointment";
	if (appointed < yearsLater(birth, 18).slice(0, 7) || beyond(appointed, value, today)) return "appointment";
	if (!/[12]/.test(value.charAt(14))) return "sex";
	return value.slice(15) === "000" ? "serial" : null;
}

/** An appointment may be known three months ahead; a PPPK's number names the year only. */
function beyond(appointed: string, value: string, today: string): boolean {
	const [year = 0, month = 0] = today.split("-").map(Number);
	const grace = new Date(Date.UTC(year, month - 1 + 3, 1)).toISOString();
	return isPppk(value) ? appointed.slice(0, 4) > grace.slice(0, 4) : appointed > grace.slice(0, 7);
}

function isDay(iso: string): boolean {
	const at = Date.parse(`${iso}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === iso;
}

function yearsLater(iso: string, years: number): string {
	return `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`;
}

/** "198609262015051001" as "19860926 201505 1 001"; anything else unchanged. */
export function groupIdentifier(value: string): string {
	return value.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4");
}

/** Only the serial is left: birth date, appointment and sex are personal data. */
export function maskIdentifier(value: string): string {
	return /^\d{18}$/.test(value) ? `•••••••• •••••• • ${value.slice(15)}` : "•••";
}
