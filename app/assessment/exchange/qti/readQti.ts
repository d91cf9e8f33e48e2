import { FileRefused, note } from "../notes.ts";
import type { ReadFile } from "../reading.ts";
import { isZip, readZip } from "../zip.ts";
import { readPackage } from "./package.ts";
import { readQtiItem } from "./readItem.ts";
import { qtiRoot } from "./root.ts";

/** Reads a QTI 2.1, 2.2 or 3 item, or a package of them. @throws FileRefused when it is neither */
export async function readQti(bytes: Uint8Array): Promise<ReadFile> {
	if (isZip(bytes)) return readPackage(await readZip(bytes));
	const { root, notes } = qtiRoot(bytes, null);
	if (root.name === "assessmentTest") throw new FileRefused(note("file.testAlone"));
	if (root.name !== "assessmentItem") throw new FileRefused(note("file.notQti", root.name), root.line);
	return { questions: [readQtiItem(root, null, () => undefined)], notes };
}
