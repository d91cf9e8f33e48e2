import { readFileSync } from "node:fs";
import path from "node:path";
import { type Competence, parseCompetences } from "./competences.ts";
import { contentFolder } from "./contentFolder.server.ts";

let kept: Competence[] | undefined;

/** The 23 competences in order, from content/framework. */
export function competenceList(): Competence[] {
	kept ??= parseCompetences(
		readFileSync(path.join(contentFolder(), "framework/competences.yaml"), "utf8"),
	).competences;
	return kept;
}

/** A competence's name in Bahasa Indonesia; its code when it is not known (any more). */
export function competenceName(code: string): string {
	return competenceList().find((one) => one.code === code)?.name.id ?? code;
}
