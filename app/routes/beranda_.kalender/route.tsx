import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { siteOrigin } from "#app/http/env.server.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { reminderMessages } from "#app/i18n/messages/reminders.ts";
import {
	calendarTokenOf,
	dropCalendarToken,
	newCalendarSecret,
	setCalendarToken,
} from "#app/learning/reminders/calendarToken.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const { personId } = await requireViewer(request);
	return json({ since: await calendarTokenOf(personId) });
}

export async function action({ request }: ActionFunctionArgs) {
	const { personId, lang } = await requireViewer(request);
	const intent = (await request.formData()).get("intent");
	if (intent === "drop") {
		await transaction((tx) => dropCalendarToken(tx, personId));
		return redirectWithToast("/beranda/kalender", {
			kind: "good",
			text: reminderMessages[lang].calendarDropped,
		});
	}
	if (intent !== "make") throw badRequest();
	const secret = newCalendarSecret();
	await transaction((tx) => setCalendarToken(tx, personId, secret, Date.now()));
	return json({ address: `${siteOrigin()}/penugasan.ics?kunci=${secret}` });
}

export const meta: MetaFunction = () => [{ title: "Tenggat di kalender · Cakap" }];

export default function CalendarPage() {
	const { since } = useLoaderData<typeof loader>();
	const made = useActionData<typeof action>();
	const t = useMessages(reminderMessages);
	const { lang, timeZone } = useFrame();
	return (
		<>
			<p className="crumbs">
				<a href="/beranda">{t.back}</a>
			</p>
			<PageHeader title={t.calendarTitle} lead={t.calendarLead} />
			{made ? (
				<section>
					<h2>{t.calendarMade}</h2>
					<p>
						<code>{made.address}</code>
					</p>
					<p>{t.calendarMadeNote}</p>
				</section>
			) : (
				<p>{since === null ? t.calendarNone : t.calendarSince(formatMoment(since, lang, timeZone))}</p>
			)}
			<form method="post" className="actions">
				<Button name="intent" value="make" kind={since === null ? "primary" : "plain"}>
					{since === null ? t.calendarMake : t.calendarRenew}
				</Button>
				{since === null ? null : (
					<Button name="intent" value="drop" kind="danger">
						{t.calendarDrop}
					</Button>
				)}
			</form>
		</>
	);
}
