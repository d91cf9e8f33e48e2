import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { readRoster } from "#app/people/roster/readRoster.ts";
import type { RosterLine, RosterOptions } from "#app/people/roster/rosterLine.ts";
import { cellsOf, type SyntheticRow, siasnColumns } from "../../support/make/roster.ts";
import { writeCsv, writeXlsx, type XlsxCell, type XlsxStyle } from "../../support/make/rosterFiles.ts";

export const TODAY = "2026-11-25";

/** A path of its own for a file of that kind, which goes with the test that asks for it. */
export function newPath(extension: string): string {
	const file = path.join(tmpdir(), `cakap-roster-${randomUUID()}.${extension}`);
	onTestFinished(() => rmSync(file, { force: true }));
	return file;
}

export function fileOf(extension: string, content: string | Uint8Array): string {
	const file = newPath(extension);
	writeFileSync(file, content);
	return file;
}

export async function csvOf(rows: readonly (readonly string[])[]): Promise<string> {
	const file = newPath("csv");
	await writeCsv(file, rows);
	return file;
}

export async function xlsxOf(rows: readonly (readonly XlsxCell[])[], style?: XlsxStyle): Promise<string> {
	const file = newPath("xlsx");
	await writeXlsx(file, [{ name: "Data", rows }], style);
	return file;
}

/** The header of SIASN's export above rows, given by the names of their columns. */
export const table = (rows: readonly SyntheticRow[]): string[][] => [
	[...siasnColumns],
	...rows.map((row) => cellsOf(row)),
];

export async function readAll(file: string, options: Partial<RosterOptions> = {}) {
	const reading = await readRoster(file, { today: TODAY, ...options });
	const lines: RosterLine[] = [];
	for await (const line of reading) lines.push(line);
	return { head: reading.head, lines, notes: reading.notes };
}

/** What was found in a line, as "refused nip scientific". */
export const found = ({ findings }: RosterLine): string[] =>
	findings.map(({ kind, field, code }) => `${kind} ${field} ${code}`);
