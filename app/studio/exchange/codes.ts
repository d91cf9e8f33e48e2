const LONGEST = 40;

/** A code made of a name, the same for the same name: lower case letters, digits and hyphens. */
export function codeLike(name: string): string {
	const code = name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, LONGEST)
		.replace(/^-+|-+$/g, "");
	return code.length >= 2 ? code : `soal-${code || "x"}`;
}

/** The code, or with -2, -3, … behind it the first that none has. */
export function freeCode(wanted: string, taken: { has(code: string): boolean }): string {
	for (let n = 1; ; n++) {
		const tail = n === 1 ? "" : `-${n}`;
		const code = `${wanted.slice(0, LONGEST - tail.length).replace(/-+$/, "")}${tail}`;
		if (!taken.has(code)) return code;
	}
}
