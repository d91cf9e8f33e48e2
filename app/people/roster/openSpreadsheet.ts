import { openCsv } from "./csv/csvFile.ts";
import type { RawFile } from "./rawRow.ts";
import { sniff } from "./sniff.ts";
import { openXlsx } from "./xlsx/xlsxFile.ts";

/**
 * A workbook or a CSV, told by what is in it, whatever it is called.
 * @param name as the person who sent it calls it
 * @throws RosterRefused where the file as a whole cannot be read
 */
export async function openSpreadsheet(path: string, name: string): Promise<RawFile> {
	const { format, head } = await sniff(path);
	return format === "xlsx" ? openXlsx(path) : openCsv(path, head, name);
}
