/** What a backslash protects; before any other letter it is itself. */
const special = "\\~=#{}:";

/** The text as GIFT writes it. */
export function escaped(text: string): string {
	return text
		.replace(/[\\~=#{}:]/g, "\\$&")
		.replaceAll("\r", "")
		.replaceAll("\n", "\\n");
}

/** The text that GIFT means: lines that were broken by hand lose the spaces around the break. */
export function unescaped(raw: string): string {
	return raw
		.replace(/[^\S\n]*\n[^\S\n]*/g, "\n")
		.trim()
		.replace(/\\([\\~=#{}:n])/g, (_, letter: string) => (letter === "n" ? "\n" : letter));
}

/** Where `mark` stands unprotected, from `from` on; -1: nowhere. */
export function indexOfMark(raw: string, mark: string, from = 0): number {
	for (let i = from; i < raw.length; i++) {
		if (raw[i] === "\\" && isProtecting(raw[i + 1])) i++;
		else if (raw.startsWith(mark, i)) return i;
	}
	return -1;
}

const isProtecting = (next: string | undefined) =>
	next !== undefined && (special.includes(next) || next === "n");

/** The parts before and after the first unprotected mark; null when there is none. */
export function cutAt(raw: string, mark: string): [string, string] | null {
	const at = indexOfMark(raw, mark);
	return at < 0 ? null : [raw.slice(0, at), raw.slice(at + mark.length)];
}

/** The parts that begin with one of the marks, each with its mark in front; what stands before the first is left out. */
export function partsAt(raw: string, marks: string): string[] {
	const starts: number[] = [];
	for (let i = 0; i < raw.length; i++) {
		if (raw[i] === "\\" && isProtecting(raw[i + 1])) i++;
		else if (marks.includes(raw[i] as string)) starts.push(i);
	}
	return starts.map((start, n) => raw.slice(start, starts[n + 1] ?? raw.length));
}
