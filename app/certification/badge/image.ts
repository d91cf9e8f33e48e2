import type { CertificatePrint } from "#db/schema/certification.ts";

const MOST_LINES = 4;
const LETTERS = 22;

/** The picture of a badge, SVG, 512 × 512: the course, its hours, its issuer and the year; nothing of the holder. */
export function badgeSvg({ courseTitle, issuerName, jp, issuedOn }: CertificatePrint): string {
	const lines = wrapped(courseTitle, LETTERS, MOST_LINES);
	const top = 264 - (lines.length - 1) * 17;
	const title = lines.map((line, at) => text(line, top + at * 34, 28, 600)).join("");
	const issuer = wrapped(issuerName, 36, 2);
	const below = issuer.map((line, at) => text(line, 346 + at * 21, 16, 400)).join("");
	return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512" role="img" aria-label="${escaped(`${courseTitle}, ${jp} JP`)}"><path d="M256 12 468 134v244L256 500 44 378V134Z" fill="#0b5a73"/><path d="M256 34 449 145v222L256 478 63 367V145Z" fill="none" stroke="#fff" stroke-width="4"/><path d="M218 112l26 26 50-54" fill="none" stroke="#fff" stroke-width="13" stroke-linecap="round" stroke-linejoin="round"/>${text("CAKAP", 174, 17, 700)}${title}${text(`${jp} JP · ${issuedOn.slice(0, 4)}`, 418, 24, 600)}${below}</svg>
`;
}

function text(line: string, y: number, size: number, weight: number): string {
	const font = `font-family="Noto Sans, Segoe UI, Roboto, sans-serif" font-size="${size}" font-weight="${weight}"`;
	return `<text x="256" y="${y}" text-anchor="middle" fill="#fff" ${font}>${escaped(line)}</text>`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (value: string): string => value.replace(/[&<>"]/g, (letter) => escapes[letter] ?? "");

/** Words in lines of about so many letters; what does not fit ends with an ellipsis. */
export function wrapped(value: string, letters: number, most: number): string[] {
	const lines: string[] = [];
	for (const word of value.split(/\s+/).filter(Boolean)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < letters)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word.length > letters ? `${word.slice(0, letters - 1)}…` : word);
	}
	if (lines.length <= most) return lines;
	const kept = lines.slice(0, most);
	return [...kept.slice(0, -1), `${kept.at(-1)?.slice(0, letters - 1)}…`];
}
