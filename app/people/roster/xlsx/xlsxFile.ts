import type { RawFile, RawRow, RawSheet } from "../rawRow.ts";
import { mergesOf } from "./merges.ts";
import { openPackage, type Package } from "./package.ts";
import { sharedStrings } from "./sharedStrings.ts";
import { sheetRows } from "./sheetRows.ts";
import type { StringStore } from "./stringStore.ts";
import { dateStyles } from "./styles.ts";
import { readWorkbook, type SheetPart } from "./workbook.ts";

type Shared = { strings: StringStore; dates: ReadonlySet<number> };

/**
 * A workbook with its parts found. The file is opened anew for each reading of a sheet, so that nothing stays open
 * when a reading is given up.
 * @throws RosterRefused
 */
export async function openXlsx(path: string): Promise<RawFile> {
	const { workbook, shared } = await withPackage(path, async (file) => {
		const workbook = await readWorkbook(file);
		const strings = await sharedStrings(file, workbook.strings);
		return { workbook, shared: { strings, dates: await dateStyles(file, workbook.styles) } };
	});
	const sheets = workbook.sheets.map((sheet) => openSheet(path, sheet, shared));
	return { format: "xlsx", sheets, is1904: workbook.is1904, notes: [] };
}

async function withPackage<T>(path: string, read: (file: Package) => Promise<T>): Promise<T> {
	const file = await openPackage(path);
	try {
		return await read(file);
	} finally {
		file.close();
	}
}

/** Without wanted columns the header is looked for: merged ranges, far behind the rows, do not matter then. */
function openSheet(path: string, { name, part }: SheetPart, shared: Shared): RawSheet {
	async function* rows(wanted: readonly number[] | null): AsyncGenerator<RawRow> {
		const file = await openPackage(path);
		try {
			const merges = wanted ? await mergesOf(file, part) : [];
			yield* sheetRows(file, part, { ...shared, merges }, wanted);
		} finally {
			file.close();
		}
	}
	return { name, rows };
}
