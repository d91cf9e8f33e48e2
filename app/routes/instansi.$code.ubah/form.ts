import { z } from "zod";
import type { agencyMessages } from "#app/i18n/messages/agencies.ts";
import type { ReorganisationKind } from "#db/schema/reorganisations.ts";

export const unitKinds = ["unit.rename", "unit.move", "unit.merge", "unit.split", "unit.close"] as const;
/** What concerns two agencies is for those who manage all of them. */
export const transferKinds = ["agency.split", "agency.merge"] as const;
const kinds = [...unitKinds, "agency.rename", "agency.close", ...transferKinds] as const;

/** What the address asks to be done; null: nothing that there is. */
export function kindOf(text: string | null): ReorganisationKind | null {
	const read = z.enum(kinds).safeParse(text);
	return read.success ? read.data : null;
}

/** How many further parts a split can have at once. */
export const PARTS = [1, 2, 3] as const;
const fields = [
	"day",
	"legalBasis",
	"reason",
	"name",
	"shortName",
	"code",
	"parent",
	"into",
	...PARTS.flatMap((n) => [`name${n}`, `shortName${n}`, `code${n}`, `people${n}`] as const),
] as const;
type FieldName = (typeof fields)[number];
/** What was typed, as it goes back into the form; `units`: those ticked to be merged; `parts`: those of each part. */
export type Typed = Record<FieldName, string> & { units: string[]; parts: string[][] };

const LONGEST = 20_000;
export function typedOf(form: FormData): Typed {
	const texts = fields.map((name) => [name, String(form.get(name) ?? "").slice(0, LONGEST)]);
	const ticked = (name: string) => form.getAll(name).map(String).slice(0, 500);
	const parts = PARTS.map((n) => ticked(`units${n}`));
	return { ...Object.fromEntries(texts), units: ticked("units"), parts } as Typed;
}

type Words = (typeof agencyMessages)["id"];
export type Errors = Record<string, string>;

/** What every act needs: a day, a legal basis and a reason. */
export function commonErrors({ day, legalBasis, reason }: Typed, t: Words): Errors {
	const errors: Errors = {};
	if (!z.iso.date().safeParse(day).success) errors.day = t.badDay;
	if (!isBetween(legalBasis, 3, 300)) errors.legalBasis = t.legalBasisNeeded;
	if (!isBetween(reason, 10, 500)) errors.reason = t.reasonNeeded;
	return errors;
}

const isBetween = (text: string, least: number, most: number) =>
	clean(text).length >= least && clean(text).length <= most;
export const clean = (text: string): string => text.replace(/\s+/g, " ").trim();
/** A name or code as it may be stored; "" where it is missing or too long. */
export const nameOf = (text: string): string => (clean(text).length <= 300 ? clean(text) : "");
