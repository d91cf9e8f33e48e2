import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { makeLetters } from "#app/access/inviteMany.server.ts";
import { lettersInThread } from "#app/access/lettersInThread.server.ts";
import { requirePeopleManager } from "#app/access/managedPeople.server.ts";
import { findAgencyById } from "#app/agencies/findAgency.server.ts";
import { unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { siteOrigin } from "#app/http/env.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { colleagueOf } from "#app/people/colleague.server.ts";
import { pdfResponse } from "#app/ui/pdf/document.server.ts";
import { unitOf } from "../orang.undangan/form.ts";

const id = z.string().max(60);
const schema = z.union([
	z.object({ person: id.min(1) }).transform(({ person }) => ({ person, unit: "", again: false })),
	z.object({ unit: id, again: z.literal("ya").optional() }).transform((all) => ({ person: null, ...all })),
]);

export async function loader({ request }: LoaderFunctionArgs) {
	await requirePeopleManager(request);
	return redirect("/orang/undangan");
}

/** Makes the codes and gives the letters: they are in this answer and nowhere else. */
export async function action({ request }: ActionFunctionArgs) {
	const { viewer, scope } = await requirePeopleManager(request);
	const parsed = schema.safeParse(Object.fromEntries(await request.formData()));
	if (!parsed.success) throw badRequest();
	const { person: personId, again } = parsed.data;
	const unitId = unitOf(parsed.data.unit, await unitsWithin(scope));
	const agency = await findAgencyById(scope.agencyId);
	const isThere = personId === null || (await colleagueOf(personId, scope)) !== null;
	if (unitId === "unknown" || !agency || !isThere) throw notFound();
	const now = Date.now();
	const actor = { id: viewer.personId, name: viewer.name };
	const letters = await makeLetters({ scope, unitId, actor, personId, again: Boolean(again) }, now);
	if (letters.length === 0) {
		const text = accountKeyMessages[viewer.lang].noLetters;
		return redirectWithToast("/orang/undangan", { kind: "bad", text });
	}
	const sender = { agencyName: agency.name, origin: siteOrigin(), lang: viewer.lang, now };
	return pdfResponse("surat-undangan.pdf", await lettersInThread({ letters, sender }));
}
