import { FileRefused, type Note } from "../../assessment/exchange/notes.ts";
import { readItems } from "../../assessment/exchange/readItems.ts";
import type { Format } from "../../assessment/exchange/reading.ts";
import { type Setting, type Settled, settle } from "./settle.ts";

export type ReadTask = { bytes: Uint8Array; format: Format; setting: Setting };
export type ReadResult =
	| { settled: Settled[]; notes: Note[] }
	| { refused: Note; line: number | null; file: string | null };

/** All that a file's questions would become in a bank, or why the file as a whole is refused. Writes nothing. */
export async function readAndSettle({ bytes, format, setting }: ReadTask): Promise<ReadResult> {
	try {
		const { questions, notes } = await readItems(bytes, format);
		return { settled: settle(questions, setting), notes };
	} catch (error) {
		if (!(error instanceof FileRefused)) throw error;
		return { refused: error.note, line: error.line, file: error.file };
	}
}
