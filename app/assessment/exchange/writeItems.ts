import type { Item } from "../item.ts";
import { writeGift } from "./gift/writeGift.ts";
import { writeMoodle } from "./moodle/writeMoodle.ts";
import type { Pictures, Written } from "./writing.ts";

export const exportFormats = ["gift", "moodle-xml"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const fileTypes: Record<ExportFormat, { extension: string; type: string }> = {
	gift: { extension: "gift.txt", type: "text/plain; charset=utf-8" },
	"moodle-xml": { extension: "xml", type: "application/xml; charset=utf-8" },
};

/** The items as one file of that format, with what could not be written or only Cakap reads back, item by item. */
export function writeItems(items: readonly Item[], format: ExportFormat, pictures: Pictures): Written {
	return format === "gift" ? writeGift(items) : writeMoodle(items, pictures);
}
