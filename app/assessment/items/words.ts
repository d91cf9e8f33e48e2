/** Lower case, without accents and punctuation, single spaces: what does not matter in a short answer. */
export function foldText(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** Whether the text is one of those, folded; one that is all punctuation ("@") as it stands. Blank is none. */
export function isOneOf(accepted: readonly string[], typed: string): boolean {
	const plain = (text: string) => foldText(text) || text.trim();
	return typed.trim() !== "" && accepted.map(plain).includes(plain(typed));
}
