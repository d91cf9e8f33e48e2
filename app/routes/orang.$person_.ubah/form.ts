import { z } from "zod";
import type { peopleMessages } from "#app/i18n/messages/people.ts";
import type { personActMessages } from "#app/i18n/messages/personActs.ts";
import { cleanName } from "#app/people/names.ts";
import { parseEmployeeNumber } from "#app/people/nip.ts";
import { type ActPlan, jobClasses, leaveStatuses } from "#app/records/acts/plan.ts";
import { employments } from "#db/schema/people.ts";
import { type PersonActKind, personActKinds } from "#db/schema/personActs.ts";

/** What the address asks to be done; null: nothing that there is. */
export function kindOf(text: string | null): PersonActKind | null {
	const read = z.enum(personActKinds).safeParse(text);
	return read.success ? read.data : null;
}

const text = z.string().max(600).catch("");
const typed = z.object({
	day: text,
	reason: text,
	unit: text,
	agency: text,
	position: text,
	jobClass: z.enum(jobClasses).catch("pelaksana"),
	grade: text,
	status: z.enum(leaveStatuses).catch("Cuti"),
	employment: z.enum(employments).catch("PNS"),
	number: text,
	email: text,
	name: text,
	titleBefore: text,
	titleAfter: text,
});
export type TypedAct = z.infer<typeof typed>;

/** What was typed, as it goes back into the form. */
export const typedAct = (form: FormData): TypedAct => typed.parse(Object.fromEntries(form));

type Words = (typeof personActMessages)["id"] & (typeof peopleMessages)["id"];
export type Errors = Record<string, string>;
export const clean = (words: string): string => words.replace(/\s+/g, " ").trim();

/** The plan that was typed, with what is wrong with its fields; `agencyId` of the code that was typed, `today` ISO. */
export function planOf(
	kind: PersonActKind,
	given: TypedAct,
	{ agencyId, today, t }: { agencyId: string | null; today: string; t: Words },
): { plan: ActPlan; errors: Errors } {
	const errors = commonErrors(given, t);
	const { jobClass, status, employment } = given;
	const position = clean(given.position);
	const grade = clean(given.grade).slice(0, 20);
	const needsPosition = kind === "post" || kind === "agency" || kind === "secondment";
	if (needsPosition && (!position || position.length > 200)) errors.position = t.badPosition;
	if ((kind === "agency" || kind === "secondment") && !agencyId) errors.agency = t.badAgency;
	switch (kind) {
		case "post":
			return { plan: { kind, unitId: given.unit || null, position, jobClass, grade }, errors };
		case "agency":
			return { plan: { kind, agencyId: agencyId ?? "", position, jobClass, grade }, errors };
		case "secondment":
			return { plan: { kind, agencyId: agencyId ?? "", position }, errors };
		case "leave":
			return { plan: { kind, status }, errors };
		case "employment": {
			const number = given.number.trim() ? readNumber(given.number, today, t, errors) : "";
			return { plan: { kind, employment, number, grade }, errors };
		}
		case "number":
			return { plan: { kind, number: readNumber(given.number, today, t, errors) }, errors };
		case "email":
			return { plan: { kind, email: readEmail(given.email, t, errors) }, errors };
		case "name":
			return { plan: { kind, ...readNames(given, t, errors) }, errors };
		default:
			return { plan: { kind }, errors };
	}
}

function commonErrors({ day, reason }: TypedAct, t: Words): Errors {
	const errors: Errors = {};
	if (!z.iso.date().safeParse(day).success) errors.day = t.badDay;
	const length = clean(reason).length;
	if (length < 10 || length > 500) errors.reason = t.reasonNeeded;
	return errors;
}

function readNumber(given: string, today: string, t: Words, errors: Errors): string {
	const parsed = parseEmployeeNumber(given, today);
	if (parsed.ok) return parsed.number.value;
	errors.number = t[`number.${parsed.problem}`];
	return "";
}

function readEmail(given: string, t: Words, errors: Errors): string {
	const email = given.normalize("NFKC").trim().toLowerCase();
	if (email.length > 254 || !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) errors.email = t.badEmail;
	return email;
}

function readNames(given: TypedAct, t: Words, errors: Errors) {
	const name = cleanName(given.name);
	if (!name) errors.name = t.badName;
	const title = (words: string) => clean(words).slice(0, 60);
	return { name: name ?? "", titleBefore: title(given.titleBefore), titleAfter: title(given.titleAfter) };
}
