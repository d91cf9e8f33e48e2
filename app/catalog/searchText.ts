/** Folds text for search: lower case, without accents and punctuation, words separated by single spaces. */
export function fold(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** What the catalogue searches of a course: a space before each word, so that " kata" finds beginnings of words. */
export function searchTextOf(facts: {
	title: string;
	summary: string;
	competences: { code: string }[];
}): string {
	const codes = facts.competences.map(({ code }) => code).join(" ");
	return ` ${fold(`${facts.title} ${facts.summary} ${codes}`)}`;
}
