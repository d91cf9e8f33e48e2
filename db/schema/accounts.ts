import { index, key, table, text, time } from "../columns/columns.ts";
import { people } from "./people.ts";

/** What a one-time key opens: choosing a password, or confirming a new address. */
export type KeyPurpose = "password" | "address";
/** How it reaches its person: an invitation by mail, a printed letter, read out by an admin, or a mail asked for by oneself. */
export type KeyChannel = "mail" | "letter" | "voice" | "self";

/** One-time keys to an account: links and codes, by their hash. */
export const accountKeys = table(
	"account_keys",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		purpose: text("purpose").$type<KeyPurpose>().notNull(),
		channel: text("channel").$type<KeyChannel>().notNull(),
		/** sha256 of the link's token or the letters of the code. */
		hash: key("hash").notNull().unique(),
		/** The address that a key of purpose "address" confirms. */
		newAddress: text("new_address"),
		/** Who made it; null: the person. */
		createdBy: key("created_by"),
		createdAt: time("created_at").notNull(),
		expiresAt: time("expires_at").notNull(),
		endedAt: time("ended_at"),
		ending: text("ending").$type<"used" | "revoked" | "replaced">(),
	},
	(t) => [
		index("account_keys_person").on(t.personId, t.endedAt),
		index("account_keys_expiry").on(t.expiresAt),
	],
);
