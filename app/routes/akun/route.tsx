import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePassword } from "#app/access/changePassword.server.ts";
import { TooBusy } from "#app/access/passwords.server.ts";
import { endSession, sessionsOf } from "#app/access/sessions.server.ts";
import { requireViewer, type Viewer } from "#app/access/viewer.server.ts";
import { badRequest, busy, redirectWithToast } from "#app/http/responses.server.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { ownData, setTimeZone } from "#app/people/ownData.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { OwnData } from "./components/OwnData.tsx";
import { PasswordForm } from "./components/PasswordForm.tsx";
import { Sessions } from "./components/Sessions.tsx";
import { ZoneForm } from "./components/ZoneForm.tsx";
import { parseAccountForm } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const { personId, sessionId, name, agency, grants } = await requireViewer(request);
	const [own, open] = await Promise.all([ownData(personId), sessionsOf(personId, Date.now())]);
	const sessions = open.map((session) => ({ ...session, isThis: session.id === sessionId }));
	return json({
		...own,
		name,
		agencyName: agency?.name ?? "",
		roles: grants.map(({ role }) => role),
		sessions,
	});
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const parsed = parseAccountForm(await request.formData());
	if (!parsed) throw badRequest();
	const t = accountMessages[viewer.lang];
	const done = (text: string) => redirectWithToast("/akun", { kind: "good", text });
	if (parsed.intent === "session") {
		await endSession(viewer.personId, parsed.session);
		return done(t.ended);
	}
	if (parsed.intent === "zone") {
		await transaction((tx) => setTimeZone(tx, viewer.personId, parsed.zone || null));
		return done(t.zoneSaved);
	}
	const outcome = await change(viewer, parsed);
	if (outcome === "changed") return done(t.changed);
	const field = outcome === "wrongCurrent" || outcome === "throttled" ? "current" : "fresh";
	return json({ errors: { [field]: t[outcome] } }, { status: outcome === "throttled" ? 429 : 400 });
}

async function change(
	{ personId, sessionId }: Viewer,
	{ current, fresh }: { current: string; fresh: string },
) {
	try {
		return await changePassword({ personId, sessionId, current, fresh, now: Date.now() });
	} catch (error) {
		throw error instanceof TooBusy ? busy(5) : error;
	}
}

export const meta: MetaFunction = () => [{ title: "Akun · Cakap" }];

export default function AccountPage() {
	const account = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(accountMessages);
	return (
		<>
			<PageHeader title={t.title} />
			<OwnData account={account} />
			<PasswordForm errors={last?.errors} />
			<ZoneForm timeZone={account.timeZone} />
			<Sessions sessions={account.sessions} />
		</>
	);
}
