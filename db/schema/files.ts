import { integer, key, table, text, time } from "../columns/columns.ts";

/** What lies in the file store. Rows refer to a file by its hash; the same bytes are one file. */
export const files = table("files", {
	/** sha256 of the bytes, hexadecimal. */
	hash: key("hash").primaryKey(),
	bytes: integer("bytes").notNull(),
	mediaType: text("media_type").notNull(),
	madeAt: time("made_at").notNull(),
});
