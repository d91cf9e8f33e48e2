import { type ExportFormat, writeItems } from "../../assessment/exchange/writeItems.ts";
import type { Item } from "../../assessment/item.ts";
import { readStored } from "../../catalog/files.server.ts";

type Media = { name: string; hash: string; type: string };

/** A bank as a file of that format, its pictures within where the format can hold them. */
export async function exportItems(items: readonly Item[], media: readonly Media[], format: ExportFormat) {
	const shown = JSON.stringify(items);
	const pictures = new Map<string, { type: string; bytes: Uint8Array }>();
	for (const { name, hash, type } of media) {
		const bytes = shown.includes(JSON.stringify(name)) ? await readStored(hash) : null;
		if (bytes) pictures.set(name, { type, bytes });
	}
	return writeItems(items, format, pictures);
}
