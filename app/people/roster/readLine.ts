import { type DateContext, readDate } from "./cells/date.ts";
import { readEmployment } from "./cells/employment.ts";
import { readJobClass } from "./cells/jobClass.ts";
import { readNumber } from "./cells/number.ts";
import { type Cell, type Read, refused, restored, type Said } from "./cells/said.ts";
import { readEmail, readId, readName, readText } from "./cells/text.ts";
import { appointedIn, type Places } from "./columnPlaces.ts";
import type { Evidence } from "./evidence.ts";
import type { RawRow } from "./rawRow.ts";
import {
	type CellFinding,
	type RosterCells,
	type RosterColumn,
	type RosterField,
	type RosterLine,
	type RosterSource,
	requiredFields,
} from "./rosterLine.ts";
import { isShifted, shiftedLine } from "./shiftedLine.ts";

export type LineContext = {
	columns: readonly RosterColumn[];
	places: Places;
	today: string;
	is1904: boolean;
	/** Cells of the header. */
	width: number;
	evidence: Evidence;
};

/** What a row says about a person, and what was restored or refused in it. */
export function readLine(raw: RawRow, context: LineContext): RosterLine {
	return isShifted(raw, context) ? shiftedLine(raw, context) : new LineReader(raw, context).line();
}

const LONGEST_QUOTE = 200;
/** A value that belongs to one person is not copied down through a merged range. */
const ofOnePerson: ReadonlySet<RosterSource> = new Set(["pnsId", "nip", "name", "email", "emailGov"]);

class LineReader {
	readonly #findings: CellFinding[] = [];

	constructor(
		private readonly raw: RawRow,
		private readonly context: LineContext,
	) {}

	line(): RosterLine {
		const cells = this.#cells();
		for (const field of requiredFields) this.#require(field, cells[field]);
		const raw = this.context.columns.map((_, at) => this.raw.texts[at] ?? "");
		return { row: this.raw.row, cells, findings: this.#findings, raw, isHidden: this.raw.isHidden };
	}

	#cells(): RosterCells {
		const { today, evidence } = this.context;
		const nip = this.#one("nip", (cell) => readNumber(cell, today, evidence.areRounded));
		return {
			pnsId: this.#id("pnsId"),
			nip,
			name: this.#one("name", readName),
			titleBefore: this.#text("titleBefore"),
			titleAfter: this.#text("titleAfter"),
			email: this.#one("email", readEmail),
			emailGov: this.#one("emailGov", readEmail),
			employment: this.#two("employment", ["kind", "status"], (kind, status) =>
				readEmployment(kind, status, nip),
			),
			legalStatus: this.#text("legalStatus"),
			...this.#dates(nip),
			grade: this.#text("grade"),
			jobClass: this.#two("jobClass", ["jobKind", "echelon"], readJobClass),
			position: this.#text("position"),
			workplace: this.#text("workplace"),
			unitId: this.#id("unitId"),
			unitName: this.#text("unitName"),
			homeAgencyId: this.#id("homeAgencyId"),
			homeAgencyName: this.#text("homeAgencyName"),
			workAgencyId: this.#id("workAgencyId"),
			workAgencyName: this.#text("workAgencyName"),
			echelon: this.#text("echelon"),
		};
	}

	/** Where one date of a row had day and month exchanged, the other is not taken for certain. */
	#dates(nip: string | null): Pick<RosterCells, "tmtCpns" | "tmtPosition"> {
		const { today, is1904, evidence } = this.context;
		const base: DateContext = { today, is1904, orders: evidence.orders, expected: null, isSuspect: false };
		const expected = nip && appointedIn(nip);
		const tmtCpns = this.#one("tmtCpns", (cell) => readDate(cell, { ...base, expected }));
		const isSuspect = this.#findings.some(({ code }) => code === "dateSwapped");
		return {
			tmtCpns,
			tmtPosition: this.#one("tmtPosition", (cell) => readDate(cell, { ...base, isSuspect })),
		};
	}

	#text(source: RosterField & RosterSource): string | null {
		return this.#one(source, readText);
	}

	#id(source: RosterField & RosterSource): string | null {
		const width = this.context.evidence.widths.get(this.context.places[source] ?? -1) ?? 0;
		return this.#one(source, (cell) => readId(cell, width));
	}

	#one(source: RosterField & RosterSource, read: (cell: Cell) => Read): string | null {
		const cell = this.#cell(source);
		if (!cell) return null;
		const result = cell.kind === "merged" ? this.#covered(source, cell, read) : read(cell);
		this.#say(source, source, result);
		return result.value;
	}

	#two<T extends string>(
		field: RosterField,
		sources: readonly [RosterSource, RosterSource],
		read: (a: Cell | null, b: Cell | null) => Read<T>,
	): T | null {
		const [a, b] = [this.#cell(sources[0]), this.#cell(sources[1])];
		const result = read(a, b);
		this.#say(field, a && (a.text || !b) ? sources[0] : sources[1], result);
		return result.value;
	}

	#covered(source: RosterSource, cell: Cell, read: (cell: Cell) => Read): Read {
		if (cell.text === "" || ofOnePerson.has(source)) return inMerged;
		const result = read({ ...cell, kind: "untyped" });
		return result.said?.kind === "refused" || result.value === null
			? result
			: restored(
					result.value,
					"merged",
					"Sel ini tergabung dengan sel di atasnya, dan isinya diambil dari sana.",
				);
	}

	#cell(source: RosterSource): Cell | null {
		const at = this.context.places[source];
		if (at === undefined) return null;
		return { text: this.raw.texts[at] ?? "", kind: this.raw.kinds?.[at] ?? "untyped" };
	}

	#say(field: RosterField, source: RosterSource, { value, said }: Read): void {
		if (said) this.#findings.push(this.#finding(field, source, said, value));
	}

	#finding(field: RosterField, source: RosterSource, said: Said, to: string | null): CellFinding {
		const at = this.context.places[source];
		const column = at === undefined ? (titles[source] ?? "") : (this.context.columns[at]?.name ?? "");
		const from = at === undefined ? "" : (this.raw.texts[at] ?? "").slice(0, LONGEST_QUOTE);
		return { ...said, field, column, from, to };
	}

	#require(field: (typeof requiredFields)[number], value: string | null): void {
		if (value !== null || this.#findings.some((finding) => finding.field === field)) return;
		this.#findings.push(this.#finding(field, field, empty, null));
	}
}

const titles: Partial<Record<RosterSource, string>> = { nip: "NIP BARU", name: "NAMA" };
const { said: empty } = refused(
	"missing",
	"Sel ini kosong, padahal wajib diisi.",
	"Isi menurut SIASN atau hapus barisnya, lalu unggah kembali.",
);
const inMerged = refused(
	"merged",
	"Sel ini tergabung dengan sel lain, sehingga isinya tidak jelas milik siapa.",
	"Pisahkan sel yang digabung, isi setiap barisnya, lalu unggah kembali.",
);
