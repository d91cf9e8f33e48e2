import { slugOf } from "./slug.ts";

const kinds = [
	{ type: "image/png", extension: "png", begins: [0x89, 0x50, 0x4e, 0x47] },
	{ type: "image/jpeg", extension: "jpg", begins: [0xff, 0xd8, 0xff] },
] as const;
const WEBP = { type: "image/webp", extension: "webp" } as const;

/** PNG, JPEG or WebP by the first bytes; null for anything else, SVG included, which can hold scripts. */
export function pictureType(bytes: Uint8Array): { type: string; extension: string } | null {
	const found = kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
	if (found) return found;
	const text = String.fromCharCode(...bytes.subarray(0, 12));
	return text.startsWith("RIFF") && text.endsWith("WEBP") ? WEBP : null;
}

/** The name that lessons use: "media/peta-kantor.png" of "Peta Kantor.PNG". */
export function pictureName(fileName: string, extension: string): string {
	return `media/${slugOf(fileName.replace(/\.[^.]*$/, ""))}.${extension}`;
}
