import type { CellKind } from "../rawRow.ts";
import type { FindingCode } from "../rosterLine.ts";

/** A cell as it came out of the file. */
export type Cell = { text: string; kind: CellKind };

/** What is said about a cell, without its place. */
export type Said = { kind: "restored" | "refused"; code: FindingCode; reason: string; remedy: string };

/** A cell that was read: its value, null where empty or refused, and what is said about it if anything. */
export type Read<T extends string = string> = { value: T | null; said: Said | null };

export const plain = <T extends string>(value: T | null): Read<T> => ({ value, said: null });

export const restored = <T extends string>(value: T, code: FindingCode, reason: string): Read<T> => ({
	value,
	said: { kind: "restored", code, reason, remedy: "" },
});

export const refused = (code: FindingCode, reason: string, remedy: string): { value: null; said: Said } => ({
	value: null,
	said: { kind: "refused", code, reason, remedy },
});

/** What was said of an earlier step is kept where the later step says nothing. */
export const after = <T extends string>(earlier: Said | null, read: Read<T>): Read<T> =>
	read.said || !earlier || read.value === null ? read : { value: read.value, said: earlier };

export const asText =
	"Di Excel, ubah format kolom ini menjadi Teks, salin kembali isinya dari ekspor SIASN, lalu unggah kembali.";
