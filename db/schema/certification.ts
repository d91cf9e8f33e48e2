import { sql } from "drizzle-orm";
import { index, integer, json, key, primaryKey, table, text, time, uniqueIndex } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { courses, courseVersions } from "./catalog.ts";
import { files } from "./files.ts";
import { enrolments } from "./learning.ts";
import { people } from "./people.ts";

export type LogoType = "image/png" | "image/jpeg";

/** What is printed, frozen at issue: a later change of name, post or course changes no certificate. */
export type CertificatePrint = {
	name: string;
	identifierKind: "NIP" | "NI_PPPK" | "";
	identifier: string;
	employment: string;
	grade: string;
	position: string;
	agencyName: string;
	courseTitle: string;
	courseCode: string;
	form: number;
	issuerName: string;
	issuerPlace: string;
	/** By the issuer's design, where it had one: the unit below its name, and its logo. */
	unitName?: string;
	logo?: { hash: string; type: LogoType };
	signatory: { name: string; position: string };
	startedOn: string;
	finishedOn: string;
	issuedOn: string;
	jp: number;
	score: number;
	subjects: { subject: string; jp: number }[];
	competences: { code: string; name: string; level: number; score: number }[];
};

export const certificates = table(
	"certificates",
	{
		id: key("id").primaryKey(),
		/** At least 128 random bits; what /periksa asks for. */
		code: key("code").notNull().unique(),
		number: key("number").notNull().unique(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		enrolmentId: key("enrolment_id")
			.notNull()
			.references(() => enrolments.id),
		attemptId: key("attempt_id").notNull(),
		courseId: key("course_id")
			.notNull()
			.references(() => courses.id),
		versionId: key("version_id")
			.notNull()
			.references(() => courseVersions.id),
		/** The issuing agency: the course's. */
		issuerId: key("issuer_id")
			.notNull()
			.references(() => agencies.id),
		/** The holder's agency and unit at issue. */
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		unitId: key("unit_id"),
		print: json<CertificatePrint>("print").notNull(),
		jp: integer("jp").notNull(),
		issuedAt: time("issued_at").notNull(),
		/** ISO day, the last on which it is valid, in the issuer's zone; null: it does not run out. */
		validUntil: key("valid_until"),
		/** ISO day on which it is looked at whether its end has to be told; null: never again. */
		remindOn: key("remind_on"),
		/** The renewal that it was earned by; null: the first of its enrolment. */
		renewalId: key("renewal_id"),
		revokedAt: time("revoked_at"),
		revokedReason: text("revoked_reason"),
		/** The one that was issued in its stead, with a name or number corrected; it is revoked then. */
		replacedById: key("replaced_by_id"),
		/** The one that it was issued in stead of. */
		replacesId: key("replaces_id"),
		/** The repair of an item that it was issued through: it falls with that. null: earned without one. */
		repairId: key("repair_id"),
		/** The repair whose applying or undoing revoked it: the contrary reinstates it. */
		revokedByRepairId: key("revoked_by_repair_id"),
	},
	(t) => [
		// Who loses a certificate with a repair can still earn one by another attempt.
		uniqueIndex("certificates_enrolment")
			.on(t.enrolmentId)
			.where(sql`${t.revokedByRepairId} is null and ${t.renewalId} is null and ${t.replacedById} is null`),
		uniqueIndex("certificates_renewal")
			.on(t.renewalId)
			.where(sql`${t.revokedByRepairId} is null and ${t.replacedById} is null`),
		index("certificates_ending").on(t.remindOn).where(sql`${t.remindOn} is not null`),
		index("certificates_version").on(t.versionId, t.validUntil).where(sql`${t.validUntil} is not null`),
		index("certificates_attempt").on(t.attemptId),
		index("certificates_person").on(t.personId),
		index("certificates_agency").on(t.agencyId, t.issuedAt),
		index("certificates_issuer").on(t.issuerId, t.issuedAt, t.id),
		index("certificates_course").on(t.courseId, t.issuedAt, t.id),
		// Few among millions, and looked for by themselves.
		index("certificates_revoked").on(t.issuerId, t.issuedAt, t.id).where(sql`${t.revokedAt} is not null`),
	],
);

/** The last number that an issuer has given in a year. */
export const certificateSequences = table(
	"certificate_sequences",
	{
		issuerId: key("issuer_id")
			.notNull()
			.references(() => agencies.id),
		year: integer("year").notNull(),
		last: integer("last").notNull(),
	},
	(t) => [primaryKey({ columns: [t.issuerId, t.year] })],
);

/** A certificate's document: made once, and the same byte for byte ever after. */
export const certificateDocuments = table(
	"certificate_documents",
	{
		certificateId: key("certificate_id")
			.notNull()
			.references(() => certificates.id),
		lang: text("lang").$type<"id" | "en">().notNull(),
		/** The file in the store; null: it could not be made, `problem` says why. */
		hash: key("hash").references(() => files.hash),
		/** Who signed it: nobody, this installation's key, or BSrE. */
		signedBy: text("signed_by").$type<"none" | "local" | "bsre">().notNull(),
		/** Letters of its text that no font of the document has; "" for none. */
		problem: text("problem").notNull().default(""),
		madeAt: time("made_at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.certificateId, t.lang] }), index("certificate_documents_hash").on(t.hash)],
);

/** How an agency numbers the certificates of its courses; without a row as `DEFAULT_SCHEME` says. */
export const certificateSchemes = table("certificate_schemes", {
	agencyId: key("agency_id")
		.primaryKey()
		.references(() => agencies.id),
	scheme: text("scheme").notNull(),
	changedAt: time("changed_at").notNull(),
});

/** A certificate as an Open Badges credential: made when it is first asked for. */
export const badges = table(
	"badges",
	{
		certificateId: key("certificate_id")
			.primaryKey()
			.references(() => certificates.id),
		issuerId: key("issuer_id")
			.notNull()
			.references(() => agencies.id),
		/** Its bit in the issuer's lists of what is revoked, from 0. */
		statusIndex: integer("status_index").notNull(),
		/** 128 random bits, hexadecimal: its holder is in it as a hash with that. */
		salt: text("salt").notNull(),
		/** The signed JSON as it is given out; "" until it was signed. */
		credential: text("credential").notNull(),
		madeAt: time("made_at").notNull(),
	},
	(t) => [uniqueIndex("badges_status").on(t.issuerId, t.statusIndex)],
);

/** Logos that an agency has ever had: those of issued certificates stay. */
export const certificateLogos = table("certificate_logos", {
	hash: key("hash")
		.primaryKey()
		.references(() => files.hash),
	type: text("type").$type<LogoType>().notNull(),
	agencyId: key("agency_id")
		.notNull()
		.references(() => agencies.id),
	addedAt: time("added_at").notNull(),
});

/** What an agency's certificates show of it beside its name; without a row nothing more. */
export const certificateDesigns = table("certificate_designs", {
	agencyId: key("agency_id")
		.primaryKey()
		.references(() => agencies.id),
	/** The unit that organises, below the agency's name; "" for none. */
	unitName: text("unit_name").notNull(),
	/** Who signs instead of whom the course names; both "" for that one. */
	signatoryName: text("signatory_name").notNull(),
	signatoryPosition: text("signatory_position").notNull(),
	logoHash: key("logo_hash").references(() => certificateLogos.hash),
	changedAt: time("changed_at").notNull(),
});
