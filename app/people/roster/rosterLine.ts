import type { Employment, JobClass } from "#db/schema/people.ts";

/** What Cakap keeps of a roster, in the order of SIASN's export; every other cell is dropped while it is read. */
export type RosterCells = {
	/** SIASN's PNS ID, as it stands. */
	pnsId: string | null;
	/** NIP or NI PPPK: 18 digits of a valid shape. */
	nip: string | null;
	name: string | null;
	titleBefore: string | null;
	titleAfter: string | null;
	/** Lower case. */
	email: string | null;
	emailGov: string | null;
	/** From STATUS CPNS PNS and JENIS PEGAWAI together; never NON_ASN. */
	employment: Exclude<Employment, "NON_ASN"> | null;
	/** KEDUDUKAN HUKUM as written, e.g. "Aktif" or "Cuti di Luar Tanggungan Negara". */
	legalStatus: string | null;
	/** ISO day. */
	tmtCpns: string | null;
	/** Golongan, e.g. "III/b" or "IX". */
	grade: string | null;
	/** From JENIS JABATAN and ESELON together. */
	jobClass: JobClass | null;
	position: string | null;
	/** ISO day. */
	tmtPosition: string | null;
	workplace: string | null;
	unitId: string | null;
	unitName: string | null;
	/** INSTANSI INDUK: where a person belongs. */
	homeAgencyId: string | null;
	homeAgencyName: string | null;
	/** INSTANSI KERJA: where a person works, other than the above on secondment. */
	workAgencyId: string | null;
	workAgencyName: string | null;
	/** ESELON as written, e.g. "III.a"; null where there is none. */
	echelon: string | null;
};

export type RosterField = keyof RosterCells;

/** A column of the file that is read; several may say one field (STATUS CPNS PNS and JENIS PEGAWAI). */
export type RosterSource = Exclude<RosterField, "employment" | "jobClass"> | "status" | "kind" | "jobKind";

/** What is done with a column that was not recognised: read as a source, or left out. */
export type ColumnMapping = Readonly<Record<string, RosterSource | null>>;

export type RosterColumn = {
	/** As written in the file; of two header rows, both with a space between. */
	name: string;
	/** From 0. */
	index: number;
	/** As Excel shows it: "A", "AB". */
	letter: string;
	source: RosterSource;
};

/** What happened to one cell. Sentences are formal Bahasa Indonesia, for the person who has the file. */
export type CellFinding = {
	/** Restored: what the cell held is certain. Refused: it is not, and the field is null. */
	kind: "restored" | "refused";
	/** For counting and tests; the sentences may change. */
	code: FindingCode;
	field: RosterField;
	/** The column's name as in the file. */
	column: string;
	/** Why, as a whole sentence. */
	reason: string;
	/** What to do, as a whole sentence; "" where nothing is to be done. */
	remedy: string;
	/** The cell as it stood, at most 200 characters. */
	from: string;
	/** What was taken instead; null where refused. */
	to: string | null;
};

export type FindingCode =
	| "apostrophe"
	| "asText"
	| "contradiction"
	| "dateOrder"
	| "dateSerial"
	| "dateSwapped"
	| "digitsLost"
	| "email"
	| "error"
	| "formula"
	| "invisible"
	| "merged"
	| "missing"
	| "notDate"
	| "number"
	| "scientific"
	/** More or fewer cells than the header has: they may stand in a wrong column. */
	| "shifted"
	| "tooLong"
	| "unknownValue"
	| "wholeNumber"
	| "zerosLost"
	/** A number of a wrong shape; the reason names the part. */
	| "nip";

/** One row of the file. */
export type RosterLine = {
	/** As Excel shows it; the header counts. */
	row: number;
	/** null: empty, no such column, or refused (see `findings`). */
	cells: RosterCells;
	findings: readonly CellFinding[];
	/** The cells that are read, as they stood, in the order of `RosterHead.columns`: for the file of refused rows. */
	raw: readonly string[];
	isHidden: boolean;
};

/** A sentence about the file as a whole, in Bahasa; `rows` are the first ones it is about, at most twenty. */
export type RosterNote = { code: RosterNoteCode; text: string; rows: readonly number[] };
export type RosterNoteCode =
	| "csvNamedXlsx"
	| "encoding"
	| "formulas"
	| "hiddenRows"
	| "numbering"
	| "otherSheets"
	| "restored"
	| "totals"
	| "twoHeaders";

export type RosterHead = {
	format: "csv" | "xlsx";
	/** The sheet that was read; null for CSV. */
	sheet: string | null;
	/** Excel's number of the last header row. */
	row: number;
	/** In the order of the file. */
	columns: readonly RosterColumn[];
	/** Columns that SIASN's export has too and that are never kept, such as NIK. */
	dropped: readonly string[];
	/** Columns that are not known: offered for mapping, dropped until then. */
	unknown: readonly string[];
	/** Of number and name, what no column was found for: without a mapping every line is refused. */
	missing: readonly RosterSource[];
};

export type RosterOptions = {
	/** ISO day: numbers and dates are checked against it. */
	today: string;
	/** What the file was called when it was chosen; told apart from what is in it. */
	name?: string;
	/** By the name of an unknown column as in `RosterHead.unknown`. */
	mapping?: ColumnMapping;
};

/**
 * A roster being read: its head is known, its lines come one by one as they are asked for. Iterate once; the file must
 * stay in place until the end.
 * @throws RosterRefused (from the iteration too, since a file may be cut off anywhere)
 */
export interface RosterReading extends AsyncIterable<RosterLine> {
	readonly head: RosterHead;
	/** Complete when the lines have all been read. */
	readonly notes: readonly RosterNote[];
}

export type RefusalCode =
	| "columnTwice"
	| "csvBroken"
	| "empty"
	| "encoding"
	| "gone"
	| "mapping"
	| "noHeader"
	| "notRoster"
	| "oldExcel"
	| "password"
	| "tooLarge"
	| "truncated"
	| "unsafeName"
	| "webPage"
	| "xml"
	| "zipBomb";

/** The file as a whole cannot be read: nothing of it is taken. The message is for the person who has the file. */
export class RosterRefused extends Error {
	override name = "RosterRefused";
	constructor(
		readonly code: RefusalCode,
		message: string,
		/** As Excel shows it; null where it is not about a row. */
		readonly row: number | null = null,
	) {
		super(message);
	}
}

/** Without these a row is not about a person whom one could find again. */
export const requiredFields = ["nip", "name"] as const satisfies readonly RosterField[];

/** Refused in any of these, a row is refused as a whole: it would put somebody in a wrong place or state. */
const decisive: ReadonlySet<RosterField> = new Set([
	...requiredFields,
	"employment",
	"legalStatus",
	"jobClass",
	"unitId",
	"homeAgencyId",
	"workAgencyId",
]);

/**
 * Whether the row is refused as a whole. In a row that is not, a field that was refused is unknown, not empty: what is
 * stored stays.
 */
export const isRefused = (line: RosterLine): boolean =>
	line.findings.some(({ kind, field }) => kind === "refused" && decisive.has(field));
