import { SaxesParser } from "saxes";
import { refusal } from "../refusals.ts";
import type { Package } from "./package.ts";

export type Handlers = {
	open?(name: string, attributes: Record<string, string>): void;
	close?(name: string): void;
	text?(text: string): void;
};

/** Pieces (128 KB each) in a row without a tag: the parser would keep them all. */
const MOST_SILENT = 8;

/**
 * Reads a part of the workbook as a stream of events, names without prefix; gives what `take` has after each piece.
 * @throws RosterRefused where it is broken or has a DOCTYPE: without one there are neither entities that multiply nor
 * any that reach for other files
 */
export async function* readPart<T>(
	file: Package,
	part: string,
	handlers: Handlers,
	take: () => readonly T[],
): AsyncGenerator<T> {
	const parser = new SaxesParser({ xmlns: false, position: false });
	let silent = 0;
	parser.on("doctype", refuse);
	parser.on("error", refuse);
	parser.on("opentag", ({ name, attributes }) => {
		silent = 0;
		handlers.open?.(local(name), attributes);
	});
	parser.on("closetag", ({ name }) => {
		silent = 0;
		handlers.close?.(local(name));
	});
	parser.on("text", (text) => handlers.text?.(text));
	parser.on("cdata", (text) => handlers.text?.(text));
	const decoder = new TextDecoder();
	for await (const piece of file.pieces(part)) {
		parser.write(decoder.decode(piece, { stream: true }));
		if (++silent > MOST_SILENT) refuse();
		yield* take();
	}
	parser.close();
	yield* take();
}

/** Reads a small part to its end. */
export async function readWhole(file: Package, part: string, handlers: Handlers): Promise<void> {
	const events = readPart<never>(file, part, handlers, () => []);
	while (!(await events.next()).done);
}

function refuse(): never {
	throw refusal("xml");
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);
