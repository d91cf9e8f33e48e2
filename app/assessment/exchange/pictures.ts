import type { PictureRef } from "./markup.ts";
import { note, QuestionRefused } from "./notes.ts";
import type { Gathering } from "./reading.ts";

/** A picture's bytes with the type that they show. */
export type PictureBytes = { type: string; bytes: Uint8Array };

const MOST = 4;

/**
 * Gathers the pictures that a question shows; `find` gives the bytes of an address within the file.
 * @throws QuestionRefused when one is missing or elsewhere: without it the question could not be answered
 */
export function takePictures(
	refs: readonly PictureRef[],
	find: (src: string) => Uint8Array | undefined,
	gathered: Gathering,
): void {
	if (refs.length > MOST) throw new QuestionRefused(note("no.pictures", String(MOST)));
	for (const [index, { src, alt }] of refs.entries()) {
		const name = nameOf(src, index);
		const bytes = inlined(src) ?? find(src);
		if (!bytes)
			throw new QuestionRefused(note(/^(https?:)?\/\//i.test(src) ? "no.pictureFar" : "no.picture", name));
		if (alt === "") gathered.say(note("altMissing", name));
		gathered.pictures.push({ name, alt: alt || name, bytes });
	}
}

function inlined(src: string): Uint8Array | undefined {
	const data = /^data:image\/[\w.+-]+;base64,([\s\S]*)$/i.exec(src)?.[1];
	return data === undefined ? undefined : base64(data);
}

/** What base64 says; Buffer leaves out whatever does not belong to it. */
export const base64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

function nameOf(src: string, index: number): string {
	if (/^data:/i.test(src)) return `gambar-${index + 1}`;
	return decoded(src).split(/[?#]/)[0]?.split("/").at(-1) || `gambar-${index + 1}`;
}

/** An address with its %20 and the like spelt out; as it is where they are none. */
export function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}
