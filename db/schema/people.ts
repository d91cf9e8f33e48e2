import { sql } from "drizzle-orm";
import { index, key, primaryKey, table, text, time, uniqueIndex } from "../columns/columns.ts";
import { agencies, units } from "./agencies.ts";

export const employments = ["PNS", "CPNS", "PPPK", "PPPK_PARUH_WAKTU", "NON_ASN"] as const;
export type Employment = (typeof employments)[number];
/** Numbers by which an employee is known, and what else names a person. */
export const numberKinds = ["NIP", "NI_PPPK"] as const;
export type IdentifierKind = (typeof numberKinds)[number] | "EMAIL" | "PNS_ID";
export type JobClass = "pelaksana" | "fungsional" | "pengawas" | "administrator" | "jpt";

/** A person; NIP and e-mail are identifiers, which can change. */
export const people = table("people", {
	id: key("id").primaryKey(),
	name: text("name").notNull(),
	titleBefore: text("title_before").notNull().default(""),
	titleAfter: text("title_after").notNull().default(""),
	sortKey: key("sort_key").notNull(),
	language: text("language").$type<"id" | "en">().notNull().default("id"),
	/** IANA zone chosen by the person; null: the agency's. */
	timeZone: text("time_zone"),
	createdAt: time("created_at").notNull(),
	/** When the person died: the account opens nothing any more. */
	diedAt: time("died_at"),
	/** The record that this one was found to be the same person as: it stays, and leads there. */
	mergedIntoId: key("merged_into_id"),
});

/**
 * NIP, NI_PPPK (18 digits, as strings), EMAIL (lower case) and PNS_ID (the person in SIASN); validTo is set when it was
 * replaced.
 */
export const identifiers = table(
	"identifiers",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		kind: text("kind").$type<IdentifierKind>().notNull(),
		value: key("value").notNull(),
		validFrom: time("valid_from").notNull(),
		validTo: time("valid_to"),
		/** The roster import that is about to bring it: it counts once that is in force. */
		beginRunId: key("begin_run_id"),
	},
	(t) => [uniqueIndex("identifiers_value").on(t.value), index("identifiers_person").on(t.personId)],
);

/**
 * Where a person works, from when till when. A person has at most one open membership that counts: readers ask
 * `isPresent` of app/people/present.server.ts, since a roster import writes its rows before it comes into force.
 */
export const memberships = table(
	"memberships",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		unitId: key("unit_id").references(() => units.id),
		employment: text("employment").$type<Employment>().notNull(),
		jobClass: text("job_class").$type<JobClass>().notNull(),
		position: text("position").notNull(),
		/** Golongan, e.g. "III/b" or "IX". */
		grade: text("grade").notNull().default(""),
		/** Kedudukan hukum as SIASN words it, e.g. "Aktif"; "" while unknown. */
		legalStatus: text("legal_status").notNull().default(""),
		/** Whom the person belongs to (instansi induk) while seconded here; null: this agency. */
		homeAgencyId: key("home_agency_id"),
		/** TMT CPNS, for a PPPK the begin of the contract, and TMT jabatan: ISO days, null while unknown. */
		appointedOn: key("appointed_on"),
		positionSince: key("position_since"),
		/** Since which roster of the agency the person is missing from it. */
		absentSince: time("absent_since"),
		/** The roster imports that begin and end the row, until each is settled. */
		beginRunId: key("begin_run_id"),
		endRunId: key("end_run_id"),
		/** The person's sort key, so that an agency's list is one index range. */
		sortKey: key("sort_key").notNull(),
		validFrom: time("valid_from").notNull(),
		validTo: time("valid_to"),
	},
	(t) => [
		index("memberships_agency").on(t.agencyId, t.validTo, t.sortKey),
		index("memberships_unit").on(t.unitId),
		index("memberships_person").on(t.personId, t.validTo),
		index("memberships_home").on(t.homeAgencyId).where(sql`${t.homeAgencyId} is not null`),
	],
);

/** Each word of a name, folded: searched by prefix range within one agency. */
export const nameTokens = table(
	"name_tokens",
	{
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		token: key("token").notNull(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
	},
	(t) => [primaryKey({ columns: [t.agencyId, t.token, t.personId] })],
);
