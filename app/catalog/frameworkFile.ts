import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";

/** A name or text in both languages of the interface. */
export const bothLanguages = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });

/** What is wrong with a file of content/framework, in Bahasa: it is read by the person who edited the file. */
export class FrameworkFileError extends Error {
	override name = "FrameworkFileError";
	constructor(
		file: string,
		/** Counted from 1. */
		readonly line: number,
		problem: string,
	) {
		super(`${file}, baris ${line}: ${problem}`);
	}
}

const inIndonesian = z.locales.id().localeError;

/**
 * Reads a YAML text by its schema.
 * @throws FrameworkFileError naming file, line and field of the first thing that is wrong
 */
export function readFrameworkFile<S extends z.ZodType>(schema: S, text: string, file: string): z.infer<S> {
	const lineCounter = new LineCounter();
	const document = parseDocument(text, { lineCounter });
	const lineAt = (offset: number) => lineCounter.linePos(offset).line;
	const [error] = document.errors;
	if (error) {
		const reason = error.message.split("\n")[0];
		throw new FrameworkFileError(file, lineAt(error.pos[0]), `penulisan YAML tidak terbaca (${reason})`);
	}
	const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { error: inIndonesian });
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const path = (issue?.path ?? []).filter((step) => typeof step !== "symbol");
	const field = path.length > 0 ? `${path.join(".")}: ` : "";
	throw new FrameworkFileError(file, lineAt(offsetOf(document, path)), `${field}${issue?.message}`);
}

/** Where the value stands, or the nearest thing around it that is there. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: (string | number)[]): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		const range = node && (node as { range?: [number, number, number] }).range;
		if (range) return range[0];
	}
	return 0;
}
