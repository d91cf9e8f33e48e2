import type { ItemOf } from "../../item.ts";
import { gapsInText, numbered } from "../gapped.ts";
import { quotedWildcards } from "../typedCandidates.ts";
import { clozePart } from "./cloze.ts";
import { type Question, textLine } from "./lines.ts";

/** Typed gaps are embedded answers. */
export function embedded(item: ItemOf<"gaptext">): Question {
	const parts = gapsInText(item).map(({ accept, feedback }) => {
		const right = accept.map((text) => ({ text: quotedWildcards(text), fraction: 1, feedback: "" }));
		const wrong = feedback === undefined ? [] : [{ text: "*", fraction: 0, feedback }];
		return clozePart("SHORTANSWER", [...right, ...wrong]);
	});
	return { type: "cloze", lines: [], body: { text: numbered(item), mark: (index) => parts[index] ?? "" } };
}

/** Chosen gaps name one of the words; those of group 1 are for all gaps that have none of their own. */
export function wordGaps(item: ItemOf<"gapchoice">): Question {
	const options = item.choices.map((text) => ({ text, group: 1 }));
	let group = 1;
	const chosen = gapsInText(item).map(({ right, choices }) => {
		if (!choices) return item.choices.indexOf(right) + 1;
		group++;
		const first = options.length;
		options.push(...choices.map((text) => ({ text, group })));
		return first + choices.indexOf(right) + 1;
	});
	const lines = options.map(
		(one) => `<selectoption>${textLine(one.text)}<group>${one.group}</group></selectoption>`,
	);
	return {
		type: "gapselect",
		lines: ["<shuffleanswers>1</shuffleanswers>", ...lines],
		body: { text: numbered(item), mark: (index) => `[[${chosen[index]}]]` },
	};
}
