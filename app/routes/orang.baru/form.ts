import { z } from "zod";
import type { peopleMessages } from "#app/i18n/messages/people.ts";
import type { IdentifierInput, Post } from "#app/people/createPerson.server.ts";
import { cleanName } from "#app/people/names.ts";
import { type EmployeeNumber, parseEmployeeNumber } from "#app/people/nip.ts";
import { employments } from "#db/schema/people.ts";

export const jobClasses = ["pelaksana", "fungsional", "pengawas", "administrator", "jpt"] as const;

const typedText = z.string().max(400).catch("");
const typed = z.object({
	name: typedText,
	titleBefore: typedText,
	titleAfter: typedText,
	number: typedText,
	email: typedText,
	unit: typedText,
	employment: z.enum(employments).catch("PNS"),
	jobClass: z.enum(jobClasses).catch("pelaksana"),
	position: typedText,
	grade: typedText,
});
export type TypedPerson = z.infer<typeof typed>;

/** What was typed, as it goes back into the form. */
export const typedPerson = (form: FormData): TypedPerson => typed.parse(Object.fromEntries(form));

type Words = (typeof peopleMessages)["id"];
type Checked =
	| { ok: false; errors: Record<string, string> }
	| {
			ok: true;
			name: string;
			titleBefore: string;
			titleAfter: string;
			identifiers: IdentifierInput[];
			post: Omit<Post, "agencyId">;
	  };

/** Checks a typed person; `today` is an ISO day, `units` the ids that may be chosen. */
export function checkPerson(given: TypedPerson, units: readonly string[], today: string, t: Words): Checked {
	const errors: Record<string, string> = {};
	const name = cleanName(given.name);
	if (!name) errors.name = t.badName;
	const number = checkNumber(given, today, t, errors);
	const email = given.email.trim().toLowerCase();
	if (email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) errors.email = t.badEmail;
	if (given.unit && !units.includes(given.unit)) errors.unit = t.badUnit;
	const position = given.position.replace(/\s+/g, " ").trim();
	if (!position || position.length > 200) errors.position = t.badPosition;
	if (!name || Object.keys(errors).length > 0) return { ok: false, errors };
	const { employment, jobClass, unit } = given;
	return {
		ok: true,
		name,
		titleBefore: given.titleBefore.trim().slice(0, 60),
		titleAfter: given.titleAfter.trim().slice(0, 60),
		identifiers: [...(number ? [number] : []), ...(email ? [{ kind: "EMAIL" as const, value: email }] : [])],
		post: { unitId: unit || null, employment, jobClass, position, grade: given.grade.trim().slice(0, 20) },
	};
}

function checkNumber(
	{ number, email, employment }: TypedPerson,
	today: string,
	t: Words,
	errors: Record<string, string>,
): EmployeeNumber | null {
	if (!number.trim()) {
		if (employment !== "NON_ASN" || !email.trim()) errors.number = t.needNumber;
		return null;
	}
	const parsed = parseEmployeeNumber(number, today);
	if (!parsed.ok) {
		errors.number = t[`number.${parsed.problem}`];
		return null;
	}
	const isPppk = employment === "PPPK" || employment === "PPPK_PARUH_WAKTU";
	if (employment !== "NON_ASN" && isPppk !== (parsed.number.kind === "NI_PPPK")) errors.number = t.mismatch;
	return parsed.number;
}
