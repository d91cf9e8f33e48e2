/** Whether somebody of that kedudukan hukum (as SIASN or an act words it) is away from their post for a while. */
export function isAway(legalStatus: string): boolean {
	const folded = legalStatus
		.toLowerCase()
		.replace(/[^a-z]+/g, " ")
		.trim();
	return /^(cuti|cltn|tugas belajar)\b/.test(folded);
}
