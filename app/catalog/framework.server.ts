import { readFileSync } from "node:fs";
import path from "node:path";
import { type Competence, type CompetenceFramework, parseCompetences } from "./competences.ts";
import { contentFolder } from "./contentFolder.server.ts";

let kept: CompetenceFramework | undefined;

/** Competences, domains, levels and what is expected of whom, from content/framework. */
export function competenceFramework(): CompetenceFramework {
	kept ??= parseCompetences(readFileSync(path.join(contentFolder(), "framework/competences.yaml"), "utf8"));
	return kept;
}

/** The 23 competences in order. */
export function competenceList(): Competence[] {
	return competenceFramework().competences;
}

/** A competence's name in Bahasa Indonesia; its code when it is not known (any more). */
export function competenceName(code: string): string {
	return competenceList().find((one) => one.code === code)?.name.id ?? code;
}
