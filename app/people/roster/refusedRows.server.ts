import { and, asc, eq, gt, isNotNull, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agencies, rosterImports, rosterRows } from "#db/schema/index.ts";
import type { Language } from "../../i18n/language.ts";
import { rosterImportMessages } from "../../i18n/messages/rosterImport.ts";
import type { CellFinding, RosterColumn } from "./rosterLine.ts";
import { rowFaults } from "./rowWords.ts";

export type RefusedRow = {
	row: number;
	faults: { column: string; reason: string }[];
	raw: readonly string[];
};
type ColumnHead = Pick<RosterColumn, "name" | "source">;

const AT_ONCE = 500;

/** The rows of the agency's run with that outcome, in the order of the file, with why in words. */
export async function* refusedRows(
	runId: string,
	agencyId: string,
	lang: Language,
	outcome: "refused" | "doubtful" | "left" = "refused",
): AsyncGenerator<RefusedRow> {
	const columns = await columnsOf(runId, agencyId);
	if (!columns) return;
	const numberColumn = columns.find(({ source }) => source === "nip")?.name ?? "";
	const same = await rowsByNumber(runId);
	const names = new Map(
		(await db.select({ id: agencies.id, name: agencies.name }).from(agencies)).map((one) => [
			one.id,
			one.name,
		]),
	);
	const wanted = outcome === "left" ? eq(rosterRows.done, "left") : eq(rosterRows.outcome, outcome);
	for (let after = 0; ; ) {
		const rows = await db
			.select()
			.from(rosterRows)
			.where(and(eq(rosterRows.runId, runId), wanted, gt(rosterRows.position, after)))
			.orderBy(asc(rosterRows.position))
			.limit(AT_ONCE);
		for (const { rowNumber, number, reason, otherAgencyId, ...row } of rows) {
			const agency = names.get(otherAgencyId ?? "") ?? "";
			const said = { reason, agency, findings: row.findings as CellFinding[], rows: same.get(number) ?? [] };
			const raw =
				(row.raw as string[] | null) ?? columns.map(({ source }) => (source === "nip" ? number : ""));
			yield { row: rowNumber ?? 0, faults: rowFaults(said, numberColumn, lang), raw };
		}
		after = rows.at(-1)?.position ?? after;
		if (rows.length < AT_ONCE) return;
	}
}

/** The refused rows as a sheet: the columns that were read, as they stood, and why; null when there is no such run. */
export async function refusedSheet(
	runId: string,
	agencyId: string,
	lang: Language,
): Promise<string[][] | null> {
	const columns = await columnsOf(runId, agencyId);
	if (!columns) return null;
	const t = rosterImportMessages[lang];
	const sheet = [[...columns.map(({ name }) => name), t.row, t.reason]];
	for await (const { row, faults, raw } of refusedRows(runId, agencyId, lang)) {
		const reasons = faults.map(({ column, reason }) => (column ? `${column}: ${reason}` : reason));
		sheet.push([...raw, String(row), reasons.join(" ")]);
	}
	return sheet;
}

async function columnsOf(runId: string, agencyId: string): Promise<ColumnHead[] | null> {
	const mine = and(eq(rosterImports.id, runId), eq(rosterImports.agencyId, agencyId));
	const [found] = await db.select({ columns: rosterImports.columns }).from(rosterImports).where(mine);
	return (found?.columns as ColumnHead[] | undefined) ?? null;
}

/** Row numbers by number, of the numbers that come several times. */
async function rowsByNumber(runId: string): Promise<Map<string, number[]>> {
	const { number, rowNumber } = rosterRows;
	const twice = and(
		eq(rosterRows.runId, runId),
		eq(rosterRows.outcome, "refused"),
		eq(rosterRows.reason, "twice"),
		ne(number, ""),
		isNotNull(rowNumber),
	);
	const rows = await db
		.select({ number, rowNumber })
		.from(rosterRows)
		.where(twice)
		.orderBy(asc(rosterRows.position));
	const found = new Map<string, number[]>();
	for (const row of rows) {
		const list = found.get(row.number) ?? [];
		list.push(row.rowNumber ?? 0);
		found.set(row.number, list);
	}
	return found;
}
