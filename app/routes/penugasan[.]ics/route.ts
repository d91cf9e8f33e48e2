import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOrigin } from "#app/http/env.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { dueFirst } from "#app/learning/assignments/dueFirst.server.ts";
import { calendarOwner } from "#app/learning/reminders/calendarToken.server.ts";
import { icsOf } from "#app/learning/reminders/ics.ts";

/** A person's deadlines for their calendar; the secret in the address is the guard. @throws Response 404 for any other */
export async function loader({ request }: LoaderFunctionArgs) {
	const owner = await calendarOwner(new URL(request.url).searchParams.get("kunci") ?? "");
	if (!owner) throw notFound();
	const now = Date.now();
	const { timeZone, lang } = owner;
	const due = await dueFirst(owner.personId, timeZone, now);
	return new Response(icsOf(due, { timeZone, lang, now, origin: siteOrigin() }), {
		headers: {
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": 'attachment; filename="tenggat.ics"',
			"Cache-Control": "no-store",
		},
	});
}
