import { sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";

export {
	check,
	foreignKey,
	index,
	pgTable as table,
	primaryKey,
	unique,
	uniqueIndex,
} from "drizzle-orm/pg-core";

const bytewise = pg.customType<{ data: string; driverData: string }>({
	dataType: () => 'text COLLATE "C"',
});

const xid8 = pg.customType<{ data: string; driverData: string }>({ dataType: () => "text" });

/** Text that is shown and never compared for order. */
export const text = (name: string) => pg.text(name);
/** An identifier, slug or sort key: compared bytewise, as SQLite does. */
export const key = (name: string) => bytewise(name);
/** A 32-bit whole number. */
export const integer = (name: string) => pg.integer(name);
/** A whole number up to 2^53. */
export const bigint = (name: string) => pg.bigint(name, { mode: "number" });
/** UTC milliseconds since 1970. */
export const time = (name: string) => pg.bigint(name, { mode: "number" });
export const boolean = (name: string) => pg.boolean(name);
export const real = (name: string) => pg.doublePrecision(name);
export const json = <T>(name: string) => pg.jsonb(name).$type<T>();
/** A number that the database gives in order of insertion. */
export const sequence = (name: string) => pg.bigserial(name, { mode: "number" }).primaryKey();
/**
 * The transaction that wrote the row, zero-padded so that text order is number order.
 * A reader of the log stays below the oldest running one.
 */
export const transactionId = (name: string) =>
	xid8(name).notNull().default(sql`lpad(pg_current_xact_id()::text, 20, '0')`);
