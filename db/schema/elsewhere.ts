import { index, integer, key, table, text, time } from "../columns/columns.ts";
import { agencies } from "./agencies.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";

export type ElsewhereState = "waiting" | "recognised" | "returned" | "withdrawn" | "taken-back";

/** Learning outside Cakap that a person handed a certificate of in, and what became of it. */
export const learningElsewhere = table(
	"learning_elsewhere",
	{
		id: key("id").primaryKey(),
		personId: key("person_id")
			.notNull()
			.references(() => people.id),
		/** Where the person worked when it was handed in: who decides. */
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		unitId: key("unit_id"),
		title: text("title").notNull(),
		issuer: text("issuer").notNull(),
		/** As printed; "" when there is none. */
		number: text("number").notNull(),
		/** The number folded to letters and digits: one number is one however it is typed. */
		numberKey: key("number_key").notNull(),
		/** ISO days. */
		startedOn: key("started_on").notNull(),
		finishedOn: key("finished_on").notNull(),
		/** Training hours as claimed, and as recognised. */
		jp: integer("jp").notNull(),
		recognisedJp: integer("recognised_jp"),
		/** SIASN's form-of-training id. */
		form: integer("form").notNull(),
		fileHash: key("file_hash")
			.notNull()
			.references(() => files.hash),
		fileType: text("file_type").notNull(),
		fileBytes: integer("file_bytes").notNull(),
		state: key("state").$type<ElsewhereState>().notNull(),
		reason: text("reason"),
		decidedByName: text("decided_by_name"),
		decidedAt: time("decided_at"),
		createdAt: time("created_at").notNull(),
	},
	(t) => [
		index("learning_elsewhere_person").on(t.personId, t.createdAt),
		index("learning_elsewhere_agency").on(t.agencyId, t.state, t.createdAt),
		index("learning_elsewhere_file").on(t.fileHash),
		index("learning_elsewhere_number").on(t.numberKey),
	],
);
