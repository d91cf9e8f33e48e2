import path from "node:path";

export type Dialect = "sqlite" | "postgresql";

/** Which database the environment asks for: `DATABASE_URL=postgres://…` or, by default, one SQLite file. */
export function dialect(): Dialect {
	return /^postgres(ql)?:\/\//.test(process.env.DATABASE_URL ?? "") ? "postgresql" : "sqlite";
}

/** The folder of everything that is stored beside the program, absolute. */
export function dataDir(): string {
	return path.resolve(process.env.DATA_DIR || ".data");
}

/** The SQLite file, absolute. */
export function sqliteFile(): string {
	return path.join(dataDir(), "cakap.sqlite");
}
