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
	issuer: string /** 1..12 */;
	month: number;
	year: number;
};

/** "000012/KS/K-PANRB/XI/2026": six digits of the issuer's sequence of the year, course, issuer, Roman month, year. */
export function certificateNumber({ sequence, course, issuer, month, year }: NumberParts): string {
	const roman = months[month - 1];
	if (!roman || !Number.isInteger(sequence) || sequence < 1) throw new RangeError("not a certificate number");
	return `${String(sequence).padStart(6, "0")}/${course}/${issuer}/${roman}/${year}`;
}
