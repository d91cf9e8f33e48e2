import { push } from "./tree.ts";

/** A row of a SIASN UNOR file; `row` counts from 1 with the header, as a spreadsheet shows it. */
export type UnorRow = { row: number; code: string; name: string; parent: string | null };
/** Codes of the units that are there, each with the code of the one above it. */
export type KnownUnits = ReadonlyMap<string, string | null>;
export type RefusedRow = {
	row: number;
	column: "ID" | "NAMA_UNOR" | "ID_ATASAN";
	reason: "no-id" | "no-name" | "duplicate" | "orphan" | "loop" | "below-refused";
	/** The row before that has the same ID. */
	first?: number;
};

const LONGEST = 300;

/**
 * The rows that make a tree together with the units that are there, each after the one above it, to any depth; and the
 * others, each with its reason. A row below a refused one is refused with it.
 */
export function checkUnorRows(
	rows: readonly UnorRow[],
	known: KnownUnits,
): { accepted: UnorRow[]; refused: RefusedRow[] } {
	const refused: RefusedRow[] = [];
	const byCode = new Map<string, UnorRow>();
	for (const row of rows) {
		const fault = ownFault(row, byCode);
		if (fault) refused.push(fault);
		else byCode.set(row.code, row);
	}
	const verdicts = new Map<string, RefusedRow["reason"] | "ok">();
	for (const code of byCode.keys()) judge(code, byCode, known, verdicts);
	for (const [code, row] of byCode) {
		const reason = verdicts.get(code) ?? "ok";
		if (reason !== "ok") refused.push({ row: row.row, column: "ID_ATASAN", reason });
	}
	const accepted = [...byCode.values()].filter(({ code }) => verdicts.get(code) === "ok");
	return { accepted: parentsFirst(accepted), refused: refused.sort((a, b) => a.row - b.row) };
}

function ownFault({ row, code, name }: UnorRow, before: ReadonlyMap<string, UnorRow>): RefusedRow | null {
	if (!code || code.length > LONGEST) return { row, column: "ID", reason: "no-id" };
	if (!name || name.length > LONGEST) return { row, column: "NAMA_UNOR", reason: "no-name" };
	const first = before.get(code)?.row;
	return first === undefined ? null : { row, column: "ID", reason: "duplicate", first };
}

/** Walks up from the unit, without recursion: a file may be as deep as it is long. */
function judge(
	from: string,
	rows: ReadonlyMap<string, UnorRow>,
	known: KnownUnits,
	verdicts: Map<string, RefusedRow["reason"] | "ok">,
): void {
	const way: string[] = [];
	const onWay = new Set<string>();
	let at: string | null = from;
	while (at !== null && !verdicts.has(at) && !onWay.has(at)) {
		const row = rows.get(at);
		if (!row && !known.has(at)) break;
		way.push(at);
		onWay.add(at);
		at = row ? row.parent : (known.get(at) ?? null);
	}
	const loopFrom = at !== null && onWay.has(at) ? way.indexOf(at) : way.length;
	way.slice(loopFrom).forEach((code) => {
		verdicts.set(code, "loop");
	});
	const isOrphan = at !== null && !verdicts.has(at);
	const end = at === null ? "ok" : isOrphan ? "orphan" : verdicts.get(at);
	way
		.slice(0, loopFrom)
		.reverse()
		.forEach((code, index) => {
			if (end === "ok") verdicts.set(code, end);
			else verdicts.set(code, isOrphan && index === 0 ? "orphan" : "below-refused");
		});
}

function parentsFirst(rows: readonly UnorRow[]): UnorRow[] {
	const below = new Map<string, UnorRow[]>();
	const codes = new Set(rows.map(({ code }) => code));
	const ordered: UnorRow[] = [];
	for (const row of rows) {
		if (row.parent === null || !codes.has(row.parent)) ordered.push(row);
		else push(below, row.parent, row);
	}
	for (const row of ordered) ordered.push(...(below.get(row.code) ?? []));
	return ordered;
}
