import { csvText } from "../../http/csv.ts";
import { xlsxOf } from "../../people/roster/xlsx/writeSheet.ts";
import { type SiasnRow, siasnFields } from "./row.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Rows as a file under SIASN's names of fields: CSV, unless XLSX (every cell text) or JSON is asked for. */
export function siasnFile(rows: readonly SiasnRow[], format: string | null, kind: "added" | "removed") {
	const name = `siasn-${kind === "added" ? "baru" : "ditarik"}`;
	const cells = [[...siasnFields], ...rows.map((row) => siasnFields.map((field) => row[field]))];
	if (format === "json")
		return {
			...{ name: `${name}.json`, type: "application/json; charset=utf-8" },
			bytes: Buffer.from(`${JSON.stringify(rows.map(ordered), null, "\t")}\n`),
		};
	if (format === "xlsx")
		return { name: `${name}.xlsx`, type: XLSX, bytes: xlsxOf(cells.map((line) => line.map(String))) };
	return { name: `${name}.csv`, type: "text/csv; charset=utf-8", bytes: Buffer.from(csvText(cells)) };
}

/** The fields in SIASN's order, whatever order the database keeps them in. */
const ordered = (row: SiasnRow) => Object.fromEntries(siasnFields.map((field) => [field, row[field]]));
