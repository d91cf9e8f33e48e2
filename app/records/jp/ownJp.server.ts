import { reading } from "#db/transaction.server.ts";
import { jpRecords, yearOf, yearsIn } from "../../learning/ledger/record.server.ts";
import { titlesOf } from "./titles.server.ts";

/** A year of one person's hours with what each was given for, and the years that there are. */
export type OwnJp = Awaited<ReturnType<typeof ownJp>>;

export async function ownJp(personId: string, year: number, timeZone: string) {
	return reading(function* (tx) {
		const record = (yield* jpRecords(tx, [personId], timeZone)).get(personId) ?? { items: [], service: [] };
		const { items, ...rest } = yearOf(record, year);
		const titles = yield* titlesOf(
			tx,
			items.map(({ about }) => about),
		);
		return {
			...rest,
			items: items.map((item) => ({ ...item, of: titles.get(item.about) ?? null })),
			years: yearsIn(record),
		};
	});
}
