import { createHash } from "node:crypto";
import { type Note, note } from "../../assessment/exchange/notes.ts";
import type { Candidate, ReadPicture } from "../../assessment/exchange/reading.ts";
import { pictureType } from "../picture.ts";
import { codeLike } from "./codes.ts";

type NamedPicture = { image: string; alt: string };
export type SettledPicture = { name: string; type: string; bytes: Uint8Array };
/** A picture that the draft has. */
export type HeldPicture = { name: string; hash: string };

const PICTURE_LIMIT = 200 * 1024;

/** Each picture under a name that says what it holds, so that the same one comes once; or why one cannot be taken. */
export function picturesOf(pictures: readonly ReadPicture[], media: readonly HeldPicture[]) {
	const files: SettledPicture[] = [];
	const shown: NamedPicture[] = [];
	for (const { name, alt, bytes } of pictures) {
		const hash = createHash("sha256").update(bytes).digest("hex");
		const held = media.find((one) => one.hash === hash);
		const kind = pictureType(bytes);
		if (!held && !kind) return note("no.pictureType", name);
		if (!held && bytes.length > PICTURE_LIMIT) return note("no.pictureSize", name);
		const image = held?.name ?? newName(name, hash, kind?.extension ?? "");
		if (!held) files.push({ name: image, type: kind?.type ?? "", bytes });
		shown.push({ image, alt });
	}
	return { files, shown };
}

function newName(name: string, hash: string, extension: string): string {
	const slug = codeLike(name.replace(/\.[^.]*$/, "")).slice(0, 30);
	return `media/soal-${slug}-${hash.slice(0, 10)}.${extension}`;
}

/**
 * The question with what came along; of pictures that it only names, as GIFT does, with those that the draft has. The
 * last that came with places in a picture is that picture.
 */
export function withPictures(
	candidate: Candidate,
	brought: readonly NamedPicture[],
	media: readonly HeldPicture[],
	notes: Note[],
): Candidate {
	const named = candidate.pictures ?? [];
	const there = named.filter(({ image }) => media.some(({ name }) => name === image));
	const gone = named.filter((one) => !there.includes(one)).map(({ image }) => image);
	if (gone.length > 0) notes.push(note("picturesGone", gone.join(", ")));
	const background = candidate.type === "areas" ? brought.at(-1) : undefined;
	const below = [...there, ...brought.filter((one) => one !== background)];
	const pictures = below.length > 0 ? below : undefined;
	return candidate.type === "areas" && background
		? { ...candidate, image: background.image, pictures }
		: { ...candidate, pictures };
}
