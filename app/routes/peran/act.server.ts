import { json } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { endLoan, giveRole, lendRole, type Refusal, takeRole } from "#app/access/giveRole.server.ts";
import type { Managed } from "#app/access/managedPeople.server.ts";
import { agenciesOf } from "#app/access/permissions.ts";
import { actFor } from "#app/access/sessions.server.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { unitsAbove } from "#app/agencies/unitsWithin.server.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { roleMessages } from "#app/i18n/messages/roles.ts";
import { findPersonByIdentifier } from "#app/people/findPerson.server.ts";
import { db } from "#db/client.server.ts";
import { roleGrants } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { faultsOf, REASON, spanOf, type Typed, type TypedTake } from "./form.ts";

const HERE = "/peran";
const refuse = (errors: Record<string, string>, typed: Typed | TypedTake) =>
	json({ errors, typed }, { status: 400 });
const giverOf = ({ personId, name, agency }: Viewer) => ({
	id: personId,
	name,
	agencyId: agency?.id ?? null,
});

/** Gives or lends what was typed; answers with what is wrong, and what was typed, when it cannot. */
export async function giveOrLend(viewer: Viewer, scope: Managed | null, typed: Typed, now: number) {
	const t = roleMessages[viewer.lang];
	const span = spanOf(typed, viewer.timeZone, now);
	const faults = faultsOf(typed, span, t);
	if (!span || Object.keys(faults).length > 0) return refuse(faults, typed);
	const personId = await findPersonByIdentifier(typed.identifier);
	const { reason } = typed;
	const giver = giverOf(viewer);
	let refusal: Refusal | null = "notHere";
	if (personId && typed.intent === "lend") {
		const loan = { giver, grantId: typed.grant, span, reason, now };
		refusal = await transaction((tx) => lendRole(tx, personId, loan));
	} else if (personId && typed.intent === "give") {
		const unitId = typed.unit || null;
		const above = await unitsAbove(unitId ? [unitId] : []);
		const wish = { role: typed.role, agencyId: scope?.agencyId ?? null, unitId, ...span };
		const isThere = scope !== null && (unitId === null || above.has(unitId));
		refusal = isThere
			? await transaction((tx) => giveRole(tx, personId, wish, { giver, above, reason, now }))
			: "tooMuch";
	}
	if (!refusal) {
		const text = typed.intent === "lend" ? t.lentDone : t.given;
		return redirectWithToast(HERE, { kind: "good", text });
	}
	const field =
		refusal === "tooMuch"
			? typed.intent === "lend"
				? "lend-till"
				: "give-role"
			: `${typed.intent}-identifier`;
	return refuse({ [field]: t[`refused.${refusal}`] }, typed);
}

/** Acts for another of the agencies in which the viewer holds roles. @throws Response 400 for any other */
export async function act({ sessionId, lang, ...viewer }: Viewer, agencyId: string) {
	if (!agenciesOf(viewer).includes(agencyId)) throw badRequest();
	await transaction((tx) => actFor(tx, sessionId, agencyId));
	return redirectWithToast(HERE, { kind: "good", text: roleMessages[lang].acting });
}

/** Takes a role of somebody else within reach. */
export async function take(viewer: Viewer, typed: TypedTake, now: number) {
	const t = roleMessages[viewer.lang];
	const { grant, reason } = typed;
	if (reason.length < REASON) return refuse({ "take-reason": t.needReason }, typed);
	const [row] = await db
		.select({ unitId: roleGrants.unitId })
		.from(roleGrants)
		.where(eq(roleGrants.id, grant));
	const above = await unitsAbove(row?.unitId ? [row.unitId] : []);
	const act = { giver: giverOf(viewer), above, reason, now };
	const refusal = await transaction((tx) => takeRole(tx, grant, act));
	if (refusal) return refuse({ "take-grant": t[`refused.${refusal}`] }, typed);
	return redirectWithToast(HERE, { kind: "good", text: t.taken });
}

/** Ends an own loan before its time. */
export async function end(viewer: Viewer, loanId: string, now: number) {
	const t = roleMessages[viewer.lang];
	const act = { giver: giverOf(viewer), reason: "", now };
	const refusal = await transaction((tx) => endLoan(tx, loanId, act));
	if (refusal) return redirectWithToast(HERE, { kind: "bad", text: t[`refused.${refusal}`] });
	return redirectWithToast(HERE, { kind: "good", text: t.loanEnded });
}
