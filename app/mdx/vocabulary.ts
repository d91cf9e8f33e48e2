type AttributeRule = { required?: boolean; oneOf?: readonly string[]; pattern?: RegExp };
export type ElementRule = { attributes: Record<string, AttributeRule>; inside?: string };

const id = { required: true, pattern: /^[a-z][a-z0-9-]{0,39}$/ };
const size = { required: true, pattern: /^[1-9]\d{0,3}$/ };
const yes = { oneOf: ["yes"] };
const text = {};
const needed = { required: true };

/** Every element that a lesson may write as JSX, and its attributes: all of them plain strings. */
export const elements: Record<string, ElementRule> = {
	kbd: { attributes: {} },
	abbr: { attributes: { title: needed } },
	sub: { attributes: {} },
	sup: { attributes: {} },
	br: { attributes: {} },
	details: { attributes: {} },
	summary: { attributes: {}, inside: "details" },
	Desk: { attributes: { who: needed, where: needed } },
	Callout: {
		attributes: { kind: { required: true, oneOf: ["info", "tip", "warning", "law"] }, title: text },
	},
	Figure: {
		attributes: {
			src: { required: true, pattern: /^media\/[a-z0-9][a-z0-9._-]*$/i },
			alt: needed,
			width: size,
			height: size,
			caption: text,
			decorative: yes,
		},
	},
	Steps: { attributes: {} },
	Compare: { attributes: {} },
	Term: { attributes: { means: needed } },
	Check: {
		attributes: {
			id,
			type: { required: true, oneOf: ["single", "multiple", "truefalse"] },
			competence: { pattern: /^D\d\.\d$/ },
			question: needed,
		},
	},
	Option: { attributes: { correct: yes, feedback: text }, inside: "Check" },
	Practice: {
		attributes: {
			id,
			look: { required: true, oneOf: ["inbox", "sharing", "permission", "plain"] },
			title: needed,
			intro: text,
			choices: needed,
		},
	},
	Case: { attributes: { title: needed, meta: text, answer: needed, feedback: needed }, inside: "Practice" },
	Today: { attributes: {} },
	Sources: { attributes: {} },
};
