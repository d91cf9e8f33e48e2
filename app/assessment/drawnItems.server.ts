import { asc, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.server.ts";
import { attemptItems, items } from "#db/schema/index.ts";
import { type Item, itemSchema } from "./item.ts";

/** An item as an attempt drew it; neither ever changes. */
export type DrawnItem = { position: number; itemId: string; item: Item; order: string[] };

const MOST = 5000;
const parsed = new Map<string, Item>();
const drawn = new Map<string, DrawnItem[]>();

/** The item in a row of `items`; reading one is dear, and it never changes. */
export function itemOf({ id, content }: { id: string; content: unknown }): Item {
	const item = parsed.get(id) ?? itemSchema.parse(content);
	keep(parsed, id, item);
	return item;
}

const drawnRows = () =>
	prepared("drawn-items", (on, name) =>
		on
			.select({
				position: attemptItems.position,
				order: attemptItems.optionOrder,
				id: items.id,
				content: items.content,
			})
			.from(attemptItems)
			.innerJoin(items, eq(items.id, attemptItems.itemId))
			.where(eq(attemptItems.attemptId, sql.placeholder("attemptId")))
			.orderBy(asc(attemptItems.position))
			.prepare(name),
	);

/** The items of an attempt by position, with their keys; empty when there is no such attempt. */
export async function drawnItems(attemptId: string): Promise<DrawnItem[]> {
	const known = drawn.get(attemptId);
	if (known) return known;
	const rows = await drawnRows().execute({ attemptId });
	const list = rows.map(({ position, order, id, content }) => ({
		position,
		order,
		itemId: id,
		item: itemOf({ id, content }),
	}));
	if (list.length > 0) keep(drawn, attemptId, list);
	return list;
}

/** The latest last, the oldest forgotten. */
function keep<T>(cache: Map<string, T>, key: string, value: T): void {
	cache.delete(key);
	cache.set(key, value);
	const [oldest] = cache.keys();
	if (cache.size > MOST && oldest !== undefined) cache.delete(oldest);
}
