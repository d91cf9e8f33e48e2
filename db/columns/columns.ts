import { dialect } from "../config.ts";
import * as postgres from "./postgres.ts";
import * as sqlite from "./sqlite.ts";

/**
 * The column builders of the database in use, typed as PostgreSQL's: what only SQLite offers
 * (`.get()`, `.all()`, `.run()`) is then a type error. This is the one cast between the two.
 */
const columns = (dialect() === "sqlite" ? sqlite : postgres) as typeof postgres;

export const {
	table,
	index,
	unique,
	uniqueIndex,
	primaryKey,
	foreignKey,
	check,
	text,
	key,
	integer,
	bigint,
	time,
	boolean,
	real,
	json,
	sequence,
	transactionId,
} = columns;
