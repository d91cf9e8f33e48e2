import type { Gathering } from "../reading.ts";
import { type TextFormat, textOf } from "../texts.ts";
import { unescaped } from "./escape.ts";

export type Formatted = { text: string; format: TextFormat };

const marks: Record<string, TextFormat> = {
	moodle: "moodle",
	html: "html",
	plain: "plain",
	markdown: "markdown",
};

/** A piece of GIFT in plain text; `[html]` and the like in front change its format, else it has `format`. */
export function formatted(raw: string, format: TextFormat, gathered: Gathering): Formatted {
	const mark = /^\s*\[(\w+)\]/.exec(raw);
	const own = marks[mark?.[1] ?? ""];
	const text = unescaped(own && mark ? raw.slice(mark[0].length) : raw);
	return { text: textOf(text, own ?? format, gathered), format: own ?? format };
}
