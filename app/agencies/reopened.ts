type Version = {
	validFrom: string;
	validTo: string | null;
	countsFrom: string;
	countsTo: string | null;
	begunBy: string | null;
	endedBy: string | null;
};
type Verdict = Pick<Version, "validTo" | "countsTo" | "endedBy"> | null;
type Again = Pick<Version, "validFrom" | "validTo" | "countsFrom" | "countsTo" | "endedBy"> | null;

/** What becomes of a version when the act that begun or ended it is undone, and what else is begun (null: deleted, nothing). */
export function reopened(row: Version, actId: string, month: string): [Verdict, Again] {
	if (row.begunBy === actId) {
		if (row.countsFrom >= month) return [null, null];
		return [{ validTo: row.validFrom, countsTo: row.countsTo ?? month, endedBy: row.endedBy ?? actId }, null];
	}
	const open = { validTo: null, countsTo: null, endedBy: null };
	if (row.countsTo === null || row.countsTo >= month) return [open, null];
	const past = { validTo: row.validFrom, countsTo: row.countsTo, endedBy: row.endedBy };
	return [past, { ...open, validFrom: row.validFrom, countsFrom: month }];
}
