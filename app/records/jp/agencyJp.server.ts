import { reading } from "#db/transaction.server.ts";
import type { AgencyScope } from "../../agencies/scope.ts";
import { dayIn } from "../../i18n/format.ts";
import { periodAt } from "../../learning/ledger/jpYear.ts";
import { jpRecords, yearOf } from "../../learning/ledger/record.server.ts";
import { type ColleagueCursor, findPeople } from "../../people/colleagueList.server.ts";

type Asked = {
	scope: AgencyScope;
	unitId: string;
	year: number;
	/** Only those who have not reached a floor. */
	onlyBelow: boolean;
	timeZone: string;
	now: number;
};

const AT_ONCE = 200;
/** So many people are looked at for a page at most: its cost has a bound however few are below. */
const MOST = 1000;

export type AgencyJpRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** A page of the scope's people by name with their hours of a year; `next` goes on where this one stopped. */
export async function agencyJp(asked: Asked, after: ColleagueCursor | null, limit: number) {
	const found: AgencyJpRow[] = [];
	let at = after;
	for (let seen = 0; seen < MOST; seen += AT_ONCE) {
		const filter = { scope: asked.scope, search: "", unitId: asked.unitId };
		const page = await findPeople(filter, at, AT_ONCE);
		for (const row of await rowsOf(page.rows, asked)) {
			if (asked.onlyBelow && row.missing === 0) continue;
			found.push(row);
			if (found.length === limit)
				return { rows: found, next: { sortKey: row.sortKey, id: row.membershipId } };
		}
		if (!page.next) return { rows: found, next: null };
		at = page.next;
	}
	return { rows: found, next: at };
}

type Found = Awaited<ReturnType<typeof findPeople>>["rows"];

async function rowsOf(rows: Found, { year, timeZone, now }: Asked) {
	const ids = rows.map(({ personId }) => personId);
	const records = await reading((tx) => jpRecords(tx, ids, timeZone));
	const today = dayIn(now, timeZone);
	return rows.map(({ membershipId, personId, name, sortKey, unitName, employment }) => {
		const found = yearOf(records.get(personId) ?? { items: [], service: [] }, year);
		const floor = found.periods.find(({ direction }) => direction === "floor");
		const period = periodAt(found, today) ?? found.periods.at(-1);
		return {
			...{ membershipId, personId, name, sortKey, unitName, employment },
			earned: found.earned,
			elsewhere: found.items.reduce((sum, item) => sum + (item.isElsewhere ? item.jp : 0), 0),
			direction: period?.direction ?? null,
			counted: period?.counted ?? 0,
			target: period?.target ?? 0,
			missing: floor?.remaining ?? 0,
		};
	});
}
