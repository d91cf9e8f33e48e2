import { mediaOf } from "../catalog/findCourse.server.ts";
import { type PictureSize, pictureSize } from "../catalog/pictureSize.ts";
import { readStored } from "../http/files.server.ts";
import type { Item } from "./item.ts";

/** A picture below a question: its address, and whole pixels where the file says them, so that nothing jumps. */
export type ShownPicture = { src: string; alt: string; width?: number; height?: number };

// Files are named by their content, so that a size once read holds.
const sizes = new Map<string, PictureSize | null>();

/**
 * The pictures of a version's items by item; one whose file the version does not have is left out, which the gate
 * allows no version.
 */
export async function picturesOf<T extends Pick<Item, "pictures">>(
	versionId: string,
	items: readonly T[],
): Promise<Map<T, ShownPicture[]>> {
	const made = new Map<T, ShownPicture[]>();
	const wanted = items.filter(({ pictures }) => pictures && pictures.length > 0);
	if (wanted.length === 0) return made;
	const addresses = await mediaOf(versionId);
	for (const item of wanted) {
		const shown: ShownPicture[] = [];
		for (const { image, alt } of item.pictures ?? []) {
			const src = addresses.get(image);
			if (src !== undefined) shown.push({ src, alt, ...(await sizeOf(src)) });
		}
		made.set(item, shown);
	}
	return made;
}

async function sizeOf(src: string): Promise<PictureSize | null> {
	const hash = src.split("/")[2] ?? "";
	const known = sizes.get(hash);
	if (known !== undefined) return known;
	const bytes = await readStored(hash);
	const size = bytes && pictureSize(bytes);
	sizes.set(hash, size);
	return size;
}
