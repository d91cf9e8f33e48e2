import { setImmediate } from "node:timers/promises";
import { type ExportFormat, writeItems } from "../../assessment/exchange/writeItems.ts";
import type { Written } from "../../assessment/exchange/writing.ts";
import type { Item } from "../../assessment/item.ts";
import { readStored } from "../../http/files.server.ts";

type Media = { name: string; hash: string; type: string };

/** A bank as a file of that format, its pictures within where the format can hold them. */
export async function exportItems(items: readonly Item[], media: readonly Media[], format: ExportFormat) {
	const shown = new Set(items.flatMap(({ pictures = [] }) => pictures.map(({ image }) => image)));
	const pictures = new Map<string, { type: string; bytes: Uint8Array }>();
	for (const { name, hash, type } of media) {
		const bytes = shown.has(name) ? await readStored(hash) : null;
		if (bytes) pictures.set(name, { type, bytes });
	}
	return writeItems(items, format, pictures);
}

const AT_ONCE = 100;
const noBytes = new Uint8Array();

/** What an export would say of each item, without the file; others are served between a hundred items and the next. */
export async function exportReports(
	items: readonly Item[],
	media: readonly Media[],
	format: ExportFormat,
): Promise<Written["reports"]> {
	const pictures = new Map(media.map(({ name, type }) => [name, { type, bytes: noBytes }]));
	const reports: Written["reports"] = [];
	for (let at = 0; at < items.length; at += AT_ONCE) {
		reports.push(...writeItems(items.slice(at, at + AT_ONCE), format, pictures).reports);
		await setImmediate();
	}
	return reports;
}
