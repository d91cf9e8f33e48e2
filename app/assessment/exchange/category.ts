import { note } from "./notes.ts";
import type { Gathering, ItemFacts } from "./reading.ts";

/** A competence whose code a category's name holds, e.g. "Bank soal/D3.1 Keamanan"; nothing when a tag says it. */
export function competenceIn(category: string | null, facts: ItemFacts, gathered: Gathering): ItemFacts {
	const competence = /(?<![\w.])D\d\.\d(?![\w.])/.exec(category ?? "")?.[0];
	if (!competence || facts.competence) return {};
	gathered.say(note("competenceFromCategory", competence));
	return { competence };
}
