import type { Language } from "../i18n/language.ts";
import { mdxMessages } from "../i18n/messages/mdx.ts";
import type { Graded } from "./grade.ts";

/** What one viewer answered, with what is said to it. */
export type CheckState = Graded & { chosen: readonly string[] };
export type SlotValues = {
	lang: Language;
	/** By id of the check; what is not in it has not been answered. */
	checks: Readonly<Record<string, CheckState>>;
	/** Address of a picture by the name that the lesson gives it. */
	media: (name: string) => string;
};

const slot =
	/<cakap-slot data-name="([^"]+)"><\/cakap-slot>| data-cakap-on="([^"]+)"|cakap-media:(media\/[a-z0-9._-]+)/gi;

/** Fills the named slots of a lesson's cached HTML with the viewer's part. */
export function fillSlots(html: string, values: SlotValues): string {
	return html.replace(slot, (_whole, name?: string, on?: string, media?: string) => {
		if (media) return escaped(values.media(media));
		if (on) return isChosen(on, values) ? " checked" : "";
		return filled(name ?? "", values);
	});
}

function isChosen(on: string, { checks }: SlotValues): boolean {
	const [id = "", value = ""] = parts(unescaped(on));
	return Object.hasOwn(checks, id) && checks[id]?.chosen.includes(value) === true;
}

function filled(name: string, { checks, lang }: SlotValues): string {
	const [id = "", part = ""] = parts(name);
	const state = Object.hasOwn(checks, id) ? checks[id] : undefined;
	const t = mdxMessages[lang];
	if (part === "button") return state ? t.checkAgain : t.check;
	if (!state) return "";
	if (part === "outcome") return outcome(state.correct ? t.right : t.wrong, state.correct);
	if (part === "practice") return outcome(state.correct ? t.practiceRight : t.practiceWrong, state.correct);
	return state.feedback
		.filter(({ value }) => value === part)
		.map((said) => feedback(said, t))
		.join("");
}

function outcome(words: string, correct: boolean): string {
	return `<p class="check-outcome ${correct ? "good" : "bad"}" role="status">${words}</p>`;
}

type Words = { right: string; wrong: string };

function feedback({ correct, text }: Graded["feedback"][number], t: Words): string {
	const mark = `<strong>${correct ? t.right : t.wrong}.</strong>`;
	return `<span class="check-feedback ${correct ? "good" : "bad"}">${mark} ${escaped(text)}</span>`;
}

function parts(name: string): string[] {
	return name.split(/:(.*)/s);
}

/** What React wrote into an attribute, as it was: a choice may hold any of these. */
function unescaped(text: string): string {
	const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
	return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_whole, name: string) => signs[name] ?? "");
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
