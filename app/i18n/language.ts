/** Bahasa Indonesia first; the order is the order of the switch. */
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

/** The language that the text names, or Bahasa Indonesia. */
export function asLanguage(text: string | null | undefined): Language {
	return text === "en" ? "en" : "id";
}

type Words = Record<string, string | ((...args: never[]) => string)>;
/** The same keys, each a text or a function of the same arguments. */
type SameKeys<T extends Words> = {
	[K in keyof T]: T[K] extends (...args: infer A) => string ? (...args: A) => string : string;
};

/** A room's messages. English must have every key of the Indonesian ones: a missing one is a type error. */
export function defineMessages<T extends Words>(catalogue: {
	id: T;
	en: SameKeys<T>;
}): Record<Language, SameKeys<T>> {
	return catalogue as unknown as Record<Language, SameKeys<T>>;
}
