const months = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] as const;

/** A course's code in certificate numbers: the initials of its slug's words, "keamanan-siber" → "KS". */
export function courseCode(slug: string): string {
	const words = slug.split("-").filter(Boolean);
	const letters = words.length > 1 ? words.map((word) => word[0]).join("") : (words[0] ?? "").slice(0, 4);
	return letters.toUpperCase();
}

type NumberParts = {
	sequence: number;
	course: string;
	issuer: string;
	/** 1..12 */
	month: number;
	year: number;
};

/** The numbers of an agency that has chosen nothing else: "000012/KS/K-PANRB/XI/2026". */
export const DEFAULT_SCHEME = "{urut}/{kursus}/{instansi}/{bulan}/{tahun}";

const SEPARATOR = "[/.\\-]";
const fields = ["urut", "kursus", "instansi", "bulan", "tahun"] as const;
/** Without these two certificates could get one number. */
const needed = ["urut", "instansi", "tahun"] as const;
const LONGEST = 80;

/**
 * What is wrong with a scheme as typed; null: nothing. A part is a field in braces, or letters and digits of the agency's
 * own; parts are kept apart by "/", "." or "-", so that no two series of numbers can run into each other.
 */
export function schemeFault(scheme: string): "form" | "needed" | "twice" | "long" | null {
	if (scheme.length > LONGEST) return "long";
	const part = `(?:\\{(?:${fields.join("|")})\\}|[A-Za-z0-9]+)`;
	if (!new RegExp(`^${part}(?:${SEPARATOR}${part})*$`).test(scheme)) return "form";
	const named = [...scheme.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
	if (new Set(named).size < named.length) return "twice";
	return needed.every((name) => named.includes(name)) ? null : "needed";
}

/**
 * The number of a certificate by its issuer's scheme: six digits (or more) of the issuer's sequence of the year, the
 * course's code, the issuer's, the month in Roman figures, the year.
 * @throws RangeError for parts that are none
 */
export function certificateNumber(
	{ sequence, course, issuer, month, year }: NumberParts,
	scheme = DEFAULT_SCHEME,
): string {
	const roman = months[month - 1];
	if (!roman || !Number.isInteger(sequence) || sequence < 1) throw new RangeError("not a certificate number");
	const values: Record<string, string> = {
		urut: String(sequence).padStart(6, "0"),
		kursus: course,
		instansi: issuer,
		bulan: roman,
		tahun: String(year),
	};
	return scheme.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
