/** The year that an address asks for, between 2000 and the present one; else the present one. */
export function yearAsked(params: URLSearchParams, present: number): number {
	const asked = Number(params.get("tahun"));
	return Number.isInteger(asked) && asked >= 2000 && asked <= present ? asked : present;
}
