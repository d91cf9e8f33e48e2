import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { wishAddress } from "#app/access/changeAddress.server.ts";
import { changePassword } from "#app/access/changePassword.server.ts";
import { TooBusy } from "#app/access/passwords.server.ts";
import { endSession, sessionsOf } from "#app/access/sessions.server.ts";
import { requireViewer, type Viewer } from "#app/access/viewer.server.ts";
import { badRequest, busy, redirectWithToast } from "#app/http/responses.server.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { addressMessages } from "#app/i18n/messages/address.ts";
import { ownData, setTimeZone } from "#app/people/ownData.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary } from "#app/ui/fields.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { AddressForm } from "./components/AddressForm.tsx";
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
	if (parsed.intent === "address") return wish(viewer, parsed);
	const outcome = await unlessBusy(() => change(viewer, parsed));
	if (outcome === "changed") return done(t.changed);
	const field = outcome === "wrongCurrent" || outcome === "throttled" ? "current" : "fresh";
	return refuse({ [field]: t[outcome] }, "", outcome === "throttled");
}

const refuse = (errors: Record<string, string>, address: string, isThrottled: boolean) =>
	json({ errors, address }, { status: isThrottled ? 429 : 400 });

async function wish(viewer: Viewer, { address, password }: { address: string; password: string }) {
	const t = addressMessages[viewer.lang];
	const { personId } = viewer;
	const outcome = await unlessBusy(() =>
		wishAddress({ personId, address, current: password, now: Date.now() }),
	);
	if (outcome === "sent") return redirectWithToast("/akun", { kind: "good", text: t.sent });
	const field = outcome === "badAddress" ? "address" : "password";
	return refuse({ [field]: t[outcome] }, address, outcome === "tooMany");
}

const change = ({ personId, sessionId }: Viewer, { current, fresh }: { current: string; fresh: string }) =>
	changePassword({ personId, sessionId, current, fresh, now: Date.now() });

async function unlessBusy<T>(act: () => Promise<T>): Promise<T> {
	try {
		return await act();
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
			<ErrorSummary errors={last?.errors} />
			<OwnData account={account} />
			<AddressForm email={account.email} errors={last?.errors} typed={last?.address} />
			<PasswordForm errors={last?.errors} />
			<ZoneForm timeZone={account.timeZone} />
			<Sessions sessions={account.sessions} />
		</>
	);
}
