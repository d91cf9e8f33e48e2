import * as lite from "drizzle-orm/sqlite-core";

export {
	check,
	foreignKey,
	index,
	primaryKey,
	sqliteTable as table,
	unique,
	uniqueIndex,
} from "drizzle-orm/sqlite-core";

export const text = (name: string) => lite.text(name);
export const key = (name: string) => lite.text(name);
export const integer = (name: string) => lite.integer(name);
export const bigint = (name: string) => lite.integer(name);
export const time = (name: string) => lite.integer(name);
export const boolean = (name: string) => lite.integer(name, { mode: "boolean" });
export const real = (name: string) => lite.real(name);
export const json = <T>(name: string) => lite.text(name, { mode: "json" }).$type<T>();
export const sequence = (name: string) => lite.integer(name).primaryKey({ autoIncrement: true });
/** One writer at a time: commit order is insertion order, so nothing has to be told apart. */
export const transactionId = (name: string) => lite.text(name).notNull().default("");
