import type { Figure } from "./suppress.ts";

/** What is written on a tile: short forms in common use, by province code. */
const shortNames: Record<string, string> = {
	"11": "Aceh",
	"12": "Sumut",
	"13": "Sumbar",
	"14": "Riau",
	"15": "Jambi",
	"16": "Sumsel",
	"17": "Bengkulu",
	"18": "Lampung",
	"19": "Babel",
	"21": "Kepri",
	"31": "DKI",
	"32": "Jabar",
	"33": "Jateng",
	"34": "DIY",
	"35": "Jatim",
	"36": "Banten",
	"51": "Bali",
	"52": "NTB",
	"53": "NTT",
	"61": "Kalbar",
	"62": "Kalteng",
	"63": "Kalsel",
	"64": "Kaltim",
	"65": "Kaltara",
	"71": "Sulut",
	"72": "Sulteng",
	"73": "Sulsel",
	"74": "Sultra",
	"75": "Gto",
	"76": "Sulbar",
	"81": "Maluku",
	"82": "Malut",
	"91": "Papua",
	"92": "Pabar",
	"93": "Pasel",
	"94": "Pateng",
	"95": "Papeg",
	"96": "PBD",
};

export const shortProvince = (code: string): string => shortNames[code] ?? code;

export type Shade = "none" | "hidden" | 1 | 2 | 3 | 4;

/**
 * How dark each tile is: by quarters of the largest visible value. It follows from what is written on the tiles
 * alone, so that a shade tells nothing that a number does not.
 */
export function shadesOf(figures: readonly (Figure | null)[]): Shade[] {
	const largest = Math.max(0, ...figures.map((figure) => figure?.value ?? 0));
	return figures.map((figure) => {
		if (!figure) return "none";
		if (figure.value <= 0) return figure.exact ? 1 : "hidden";
		return Math.max(1, Math.ceil((4 * figure.value) / largest)) as Shade;
	});
}
