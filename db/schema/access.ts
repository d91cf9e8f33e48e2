import { bigint, index, integer, key, table, text, time } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { people } from "./people.ts";

export const credentials = table("credentials", {
	personId: key("person_id")
		.primaryKey()
		.references(() => people.id),
	/** argon2id, PHC string. */
	passwordHash: text("password_hash").notNull(),
	changedAt: time("changed_at").notNull(),
});

/** Lucia's sessions; the id is sha256 of the token, so that the table opens no account. */
export const sessions = table(
	"sessions",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		expiresAt: time("expires_at").notNull(),
		createdAt: time("created_at").notNull(),
		lastSeenAt: time("last_seen_at").notNull(),
		/** Browser and system in words, e.g. "Chrome, Android". */
		device: text("device").notNull(),
		/** The agency that whoever holds roles in several acts for; null: that of the role that was granted first. */
		actsForId: key("acts_for_id").references(() => agencies.id),
	},
	(t) => [index("sessions_person").on(t.personId), index("sessions_expiry").on(t.expiresAt)],
);

/** A browser that has signed in as this person before: exempt from the throttle. Id is sha256 of its token. */
export const knownBrowsers = table(
	"known_browsers",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		createdAt: time("created_at").notNull(),
	},
	(t) => [index("known_browsers_person").on(t.personId)],
);

/** Counters of a fixed window, e.g. failed sign-ins by identifier and address, or looks at /periksa. */
export const throttles = table(
	"throttles",
	{
		key: key("key").primaryKey(),
		count: integer("count").notNull(),
		windowEndsAt: bigint("window_ends_at").notNull(),
	},
	(t) => [index("throttles_window").on(t.windowEndsAt)],
);

export const roles = [
	"learner",
	"training-admin",
	"reviewer",
	"agency-admin",
	"unit-head",
	"analyst",
	"auditor",
	"system-admin",
] as const;
export type Role = (typeof roles)[number];

/**
 * Everyone is a learner without a row. A reviewer, analyst, auditor or system-admin without agency is national. Which of
 * them count now, `roleInForce` of app/people/roleInForce.server.ts says.
 */
export const roleGrants = table(
	"role_grants",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		role: text("role").$type<Role>().notNull(),
		agencyId: key("agency_id").references(() => agencies.id),
		/** With all units below; null: the whole agency. */
		unitId: key("unit_id"),
		grantedAt: time("granted_at").notNull(),
		grantedBy: key("granted_by"),
		/** From when till when it counts; null: from the granting on, and until it is revoked. */
		validFrom: time("valid_from"),
		validTo: time("valid_to"),
		/** The grant that its holder lends for a time: this one counts while that one does. */
		lentFromId: key("lent_from_id"),
		revokedAt: time("revoked_at"),
	},
	(t) => [
		index("role_grants_person").on(t.personId),
		index("role_grants_agency").on(t.agencyId, t.revokedAt),
		index("role_grants_lent").on(t.lentFromId),
	],
);
