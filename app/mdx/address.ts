import { invisibleIn } from "./invisible.ts";

/** Slug of the lesson that a `lesson:` address names, or null. */
export function lessonSlug(url: string): string | null {
	return /^lesson:([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(url)?.[1] ?? null;
}

/**
 * Whether a link's address, entities already decoded, is one of the allowed kinds. An allow-list on the whole
 * beginning: no browser's tolerance of spaces, controls, backslashes or case can turn these into another scheme.
 */
export function isSafeUrl(url: string): boolean {
	if (invisibleIn(url) || /[\s\\<>"]/.test(url)) return false;
	if (lessonSlug(url)) return true;
	if (/^#[\p{L}\p{N}_-]+$/u.test(url)) return true;
	if (/^\/pelatihan(\/[a-z0-9-]+)*\/?(#[\p{L}\p{N}_-]+)?$/u.test(url)) return true;
	if (/^mailto:[^@:/?]+@[a-z0-9.-]+$/i.test(url)) return true;
	return isHttps(url);
}

function isHttps(url: string): boolean {
	if (!/^https:\/\/[a-z0-9]/i.test(url)) return false;
	try {
		const parsed = new URL(url);
		return parsed.protocol === "https:" && parsed.username === "" && parsed.password === "";
	} catch {
		return false;
	}
}

/** A picture's name under media/, e.g. `media/kotak-surat.svg`. */
export function isMediaName(src: string): boolean {
	return /^media\/[a-z0-9][a-z0-9._-]*\.(svg|png|jpe?g|webp)$/i.test(src) && !src.includes("..");
}
