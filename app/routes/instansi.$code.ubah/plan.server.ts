import { v7 as uuid } from "uuid";
import { findAgency } from "#app/agencies/findAgency.server.ts";
import type { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { identifierLines } from "#app/people/identifierLines.ts";
import { membersByIdentifier } from "#app/people/members.server.ts";
import type { Plan } from "#app/records/reorganisation/plan.ts";
import type { ReorganisationKind } from "#db/schema/reorganisations.ts";
import { type Errors, nameOf, PARTS, type Typed } from "./form.ts";

type Words = (typeof agencyMessages)["id"];
type Asked = { kind: ReorganisationKind; unitId: string; agencyId: string; typed: Typed };

/** The plan that was typed. What is wrong with it by the rules is for the domain to say; here only people are looked up. */
export async function readPlan(
	{ kind, unitId, agencyId, typed }: Asked,
	t: Words,
): Promise<{ plan: Plan; errors: Errors }> {
	const [code, name] = [nameOf(typed.code), nameOf(typed.name)];
	switch (kind) {
		case "unit.rename":
			return { plan: { kind, unitId, code, name }, errors: {} };
		case "unit.move":
			return { plan: { kind, unitId, parentId: typed.parent || null }, errors: {} };
		case "unit.merge": {
			const made = typed.into ? null : { id: uuid(), code, name, parentId: typed.parent || null };
			return {
				plan: { kind, unitIds: [unitId, ...typed.units], into: typed.into || null, made },
				errors: {},
			};
		}
		case "unit.split":
			return readSplit(unitId, agencyId, typed, t);
		case "unit.close":
			return { plan: { kind, unitId }, errors: {} };
		case "agency.rename":
			return { plan: { kind, name, shortName: nameOf(typed.shortName) }, errors: {} };
		case "agency.close":
			return { plan: { kind }, errors: {} };
		case "agency.merge": {
			const into = await findAgency(nameOf(typed.into));
			return { plan: { kind, into: into?.id ?? "-", gathering: uuid() }, errors: {} };
		}
		case "agency.split":
			return { plan: { kind, parts: agencyParts(typed) }, errors: {} };
	}
}

function agencyParts(typed: Typed) {
	return PARTS.flatMap((n, at) => {
		const [code, name, shortName] = [
			nameOf(typed[`code${n}`]),
			nameOf(typed[`name${n}`]),
			nameOf(typed[`shortName${n}`]),
		];
		const unitIds = typed.parts[at] ?? [];
		return code || name || shortName || unitIds.length
			? [{ id: uuid(), code, name, shortName, unitIds }]
			: [];
	});
}

async function readSplit(unitId: string, agencyId: string, typed: Typed, t: Words) {
	const errors: Errors = {};
	const parts = [];
	for (const n of PARTS) {
		const [code, name, lines] = [nameOf(typed[`code${n}`]), nameOf(typed[`name${n}`]), typed[`people${n}`]];
		if (!code && !name && !lines.trim()) continue;
		const named = identifierLines(lines);
		const found = await membersByIdentifier(
			agencyId,
			named.flatMap(({ value }) => value ?? []),
		);
		const members = named.map(({ line, value }) => ({ line, member: value ? found.get(value) : undefined }));
		const unknown = members.filter(({ member }) => member?.unitId !== unitId).map(({ line }) => line);
		if (unknown.length > 0) errors[`people${n}`] = t.notInUnit(unknown.slice(0, 20).join(", "));
		const people = [...new Set(members.flatMap(({ member }) => member?.personId ?? []))];
		parts.push({ id: uuid(), code, name, people });
	}
	return { plan: { kind: "unit.split" as const, unitId, parts }, errors };
}
