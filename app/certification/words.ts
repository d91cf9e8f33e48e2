const small = [
	"nol",
	"satu",
	"dua",
	"tiga",
	"empat",
	"lima",
	"enam",
	"tujuh",
	"delapan",
	"sembilan",
	"sepuluh",
	"sebelas",
] as const;

/**
 * A whole number from 0 to 999,999 in Bahasa Indonesia, as certificates print hours: 12 → "dua belas".
 * @throws RangeError outside that range
 */
export function inWords(value: number): string {
	if (!Number.isInteger(value) || value < 0 || value > 999_999)
		throw new RangeError(`not a small whole number: ${value}`);
	if (value < 12) return small[value] as string;
	if (value < 20) return `${inWords(value - 10)} belas`;
	if (value < 100) return joined(`${inWords(Math.floor(value / 10))} puluh`, value % 10);
	if (value < 200) return joined("seratus", value - 100);
	if (value < 1000) return joined(`${inWords(Math.floor(value / 100))} ratus`, value % 100);
	if (value < 2000) return joined("seribu", value - 1000);
	return joined(`${inWords(Math.floor(value / 1000))} ribu`, value % 1000);
}

function joined(head: string, rest: number): string {
	return rest === 0 ? head : `${head} ${inWords(rest)}`;
}
