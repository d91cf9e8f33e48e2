/** An address made of a title: lower case letters, digits and hyphens, at most 50; "pelatihan" when nothing is left. */
export function slugOf(title: string): string {
	const words = title
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, 50)
		.replace(/^-+|-+$/g, "");
	return words || "pelatihan";
}
