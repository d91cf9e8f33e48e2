type Coded = { code?: unknown; cause?: unknown };

function codes(error: unknown): string[] {
	const found: string[] = [];
	for (let at: unknown = error; at && typeof at === "object" && found.length < 8; at = (at as Coded).cause) {
		found.push(String((at as Coded).code ?? ""));
	}
	return found;
}

const hasCode = (error: unknown, wanted: (code: string) => boolean) => codes(error).some(wanted);

/** A unique index or primary key refused the row. */
export const isUniqueViolation = (error: unknown) =>
	hasCode(
		error,
		(c) => c === "23505" || c === "SQLITE_CONSTRAINT_UNIQUE" || c === "SQLITE_CONSTRAINT_PRIMARYKEY",
	);

/** The transaction lost a race and may be run again. */
export const isSerializationFailure = (error: unknown) =>
	hasCode(error, (c) => c === "40001" || c === "40P01");

/** Nothing more can be stored: the disk is full. */
export const isDiskFull = (error: unknown) =>
	hasCode(error, (c) => c === "SQLITE_FULL" || c === "53100" || c === "ENOSPC" || c === "EDQUOT");

/** The database does not answer, or is locked longer than we wait. */
export const isUnavailable = (error: unknown) =>
	hasCode(error, (c) =>
		/^(SQLITE_BUSY|SQLITE_CANTOPEN|SQLITE_IOERR|SQLITE_READONLY|ECONNREFUSED|ECONNRESET|ENOTFOUND|57P0|08)/.test(
			c,
		),
	);

/** The file is not a database of ours. */
export const isNotADatabase = (error: unknown) =>
	hasCode(error, (c) => c === "SQLITE_NOTADB" || c === "SQLITE_CORRUPT");
