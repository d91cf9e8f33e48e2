/**
 * A number as Indonesians write it: "1.250,5"; a single dot or comma that cannot group thousands is a decimal one
 * ("2.5" is 2,5; "0.125" is 0,125; "1.250" is 1250). A unit behind it is left out. null when it is no number.
 */
export function parseNumber(typed: string): number | null {
	const match = /^\s*([+-]?)\s*(\d[\d.,\s]*)\s*(?:%|[\p{L} ./]{0,20})?\s*$/u.exec(typed.normalize("NFKC"));
	if (!match) return null;
	const digits = (match[2] ?? "").replace(/\s/g, "").replace(/[.,]$/, "");
	const plain = plainNumber(digits);
	return plain === null ? null : Number(`${match[1]}${plain}`);
}

function plainNumber(digits: string): string | null {
	if (/^\d+$/.test(digits)) return digits;
	if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
	if (/^\d+[.,]\d+$/.test(digits)) return digits.replace(",", ".");
	if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(digits)) return digits.replaceAll(",", "");
	return null;
}

/** The number as it is typed: a comma before the decimals, no grouping. */
export const numberText = (value: number): string =>
	value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 12 }).replace(".", ",");
