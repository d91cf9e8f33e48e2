import { existsSync } from "node:fs";
import path from "node:path";

/** The content/ folder of this checkout, found from wherever the program was built to. */
export function contentFolder(): string {
	for (let at = import.meta.dirname; ; at = path.dirname(at)) {
		if (existsSync(path.join(at, "content/framework"))) return path.join(at, "content");
		if (at === path.dirname(at)) throw new Error("Folder content/ tidak ditemukan.");
	}
}
