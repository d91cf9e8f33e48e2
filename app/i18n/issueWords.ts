import type { z } from "zod";
import type { Language } from "./language.ts";
import { issueMessages } from "./messages/issues.ts";

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, for the person who typed it: no names of types, no patterns. */
export function issueWords(issue: Issue, lang: Language): string {
	const t = issueMessages[lang];
	switch (issue.code) {
		case "too_small":
			if (issue.origin === "number") return t.atLeast(String(issue.minimum));
			return Number(issue.minimum) <= 1 ? t.needed : t.atLeastMany(String(issue.minimum));
		case "too_big":
			if (issue.origin === "number") return t.atMost(String(issue.maximum));
			return issue.origin === "array"
				? t.atMostMany(String(issue.maximum))
				: t.atMostLetters(String(issue.maximum));
		case "invalid_format":
			return t.shape;
		case "invalid_value":
		case "invalid_union":
			return t.notListed;
		case "custom":
			return issue.message;
		default:
			return t.unreadable;
	}
}
