import { refused } from "./cells/said.ts";
import type { RawRow } from "./rawRow.ts";
import type { LineContext } from "./readLine.ts";
import type { RosterCells, RosterLine, RosterSource } from "./rosterLine.ts";

/** Excel leaves out empty cells at the end of a row; none of these is empty. */
const neverEmpty: ReadonlySet<RosterSource> = new Set([
	"nip",
	"name",
	"kind",
	"legalStatus",
	"jobKind",
	"unitId",
	"homeAgencyId",
	"workAgencyId",
]);

/** Whether a row of a CSV has cells beyond its header, or ends before it should: a delimiter or a line end too many. */
export function isShifted({ extent }: RawRow, { columns, width, evidence }: LineContext): boolean {
	if (!extent) return false;
	const isCut = columns.some(({ index, source }) => index >= extent.cells && neverEmpty.has(source));
	// A program may end each row, but not the header, with a delimiter.
	return isCut || extent.filled > width || extent.cells > Math.max(width, evidence.fewestCells);
}

/** Which cell belongs where is not known: nothing of the row is taken. */
export function shiftedLine(raw: RawRow, { columns, places }: LineContext): RosterLine {
	const column = columns[places.nip ?? 0]?.name ?? "";
	return {
		row: raw.row,
		cells: noCells,
		findings: [{ ...shifted, field: "nip", column, from: "", to: null }],
		raw: columns.map((_, at) => raw.texts[at] ?? ""),
		isHidden: raw.isHidden,
	};
}

const { said: shifted } = refused(
	"shifted",
	"Jumlah sel di baris ini tidak sama dengan jumlah judul kolom, sehingga isinya mungkin bergeser ke kolom lain.",
	"Apit isi yang memuat tanda pemisah dengan tanda petik, atau simpan sebagai .xlsx, lalu unggah kembali.",
);

/** Of a row of which nothing is known. */
export const noCells: RosterCells = {
	pnsId: null,
	nip: null,
	name: null,
	titleBefore: null,
	titleAfter: null,
	email: null,
	emailGov: null,
	employment: null,
	legalStatus: null,
	tmtCpns: null,
	grade: null,
	jobClass: null,
	position: null,
	tmtPosition: null,
	workplace: null,
	unitId: null,
	unitName: null,
	homeAgencyId: null,
	homeAgencyName: null,
	workAgencyId: null,
	workAgencyName: null,
	echelon: null,
};
