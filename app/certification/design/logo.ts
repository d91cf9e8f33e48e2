import type { LogoType } from "#db/schema/certification.ts";

/** A logo is small: it is in every document, and its pixels are unpacked for each. */
export const MOST_LOGO_BYTES = 200 * 1024;
export const MOST_LOGO_SIDE = 400;
const LEAST_SIDE = 16;

export type LogoFault = "kind" | "bytes" | "size";
type Size = { width: number; height: number };

/** What a picture is, by its own bytes, whatever the file is called. */
export function readLogo(bytes: Uint8Array): { type: LogoType } | { fault: LogoFault } {
	if (bytes.byteLength > MOST_LOGO_BYTES) return { fault: "bytes" };
	const found = pngSize(bytes) ?? jpegSize(bytes);
	if (!found) return { fault: "kind" };
	const { type, width, height } = found;
	const isFit = [width, height].every((side) => side >= LEAST_SIDE && side <= MOST_LOGO_SIDE);
	return isFit ? { type } : { fault: "size" };
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngSize(bytes: Uint8Array): ({ type: "image/png" } & Size) | null {
	if (bytes.length < 33 || !PNG.every((byte, at) => bytes[at] === byte)) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** Frames of a JPEG that tell its size: SOF0 to SOF15, but for those three that are something else. */
const isFrame = (marker: number): boolean =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Uint8Array): ({ type: "image/jpeg" } & Size) | null {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 2; at + 9 <= bytes.length; ) {
		if (bytes[at] !== 0xff) return null;
		const marker = bytes[at + 1] ?? 0;
		if (isFrame(marker))
			return { type: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
		at += 2 + view.getUint16(at + 2);
	}
	return null;
}
