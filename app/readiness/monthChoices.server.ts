import { addMonths, type Month } from "./month.ts";
import { firstMonth, MONTHS } from "./rollups.server.ts";

/** The months to choose from, newest first: from the first with data (at least twelve), and the one chosen. */
export async function monthChoices(now: Month, chosen: Month): Promise<Month[]> {
	const oldest = [(await firstMonth()) ?? now, addMonths(now, 1 - MONTHS)].sort()[0] ?? now;
	const months: Month[] = [];
	for (let month = now; month >= oldest; month = addMonths(month, -1)) months.push(month);
	return months.includes(chosen) ? months : [...months, chosen];
}
