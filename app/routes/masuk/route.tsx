import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { demoAccounts } from "#app/access/demo.server.ts";
import { deviceOf } from "#app/access/device.ts";
import { TooBusy } from "#app/access/passwords.server.ts";
import { signIn } from "#app/access/signIn.server.ts";
import { getViewer } from "#app/access/viewer.server.ts";
import { clientAddress } from "#app/http/address.server.ts";
import { safePath } from "#app/http/responses.server.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { requestLanguage } from "#app/ui/requestLanguage.server.ts";
import { DemoPeople } from "./components/DemoPeople.tsx";
import { parseSignIn } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const next = new URL(request.url).searchParams.get("next");
	if (await getViewer(request)) throw redirect(safePath(next));
	const people = demoAccounts().map(({ role, name, agency }) => ({ role, name, agency }));
	return json({ people, returning: next !== null });
}

export async function action({ request }: ActionFunctionArgs) {
	const next = safePath(new URL(request.url).searchParams.get("next"));
	const t = accessMessages[requestLanguage(request)];
	const parsed = parseSignIn(await request.formData(), demoAccounts());
	if (!parsed) return json({ identifier: "", error: t.missing }, { status: 400 });
	const { identifier, password } = parsed;
	const shown = parsed.isDemo ? "" : identifier;
	const address = clientAddress(request);
	const device = deviceOf(request.headers.get("User-Agent"));
	try {
		const outcome = await signIn({ request, identifier, password, address, device, now: Date.now() });
		if (outcome.kind === "refused") return json({ identifier: shown, error: t.refused }, { status: 400 });
		if (outcome.kind === "throttled") {
			const seconds = outcome.retryAfterSeconds;
			const headers = { "Retry-After": String(seconds) };
			return json(
				{ identifier: shown, error: t.throttled(String(Math.ceil(seconds / 60))) },
				{ status: 429, headers },
			);
		}
		const headers = new Headers();
		for (const cookie of outcome.cookies) headers.append("Set-Cookie", cookie);
		return redirect(next, { status: 303, headers });
	} catch (error) {
		if (!(error instanceof TooBusy)) throw error;
		return json({ identifier: shown, error: t.busy }, { status: 503, headers: { "Retry-After": "5" } });
	}
}

export const meta: MetaFunction = () => [{ title: "Masuk · Cakap" }];

export default function SignInPage() {
	const { people, returning } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(accessMessages);
	return (
		<div className="prose">
			<PageHeader title={t.title} lead={returning && !last ? t.expired : t.lead} />
			<ErrorSummary errors={last ? { "": last.error } : null} />
			<form method="post">
				<Field
					label={t.identifier}
					name="identifier"
					hint={t.identifierHint}
					defaultValue={last?.identifier}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					required
				/>
				<Field label={t.password} name="password" type="password" autoComplete="current-password" required />
				<Button>{t.submit}</Button>
			</form>
			<p className="quiet">
				{t.helpLine} <a href="/bantuan">{t.helpLink}</a>
			</p>
			{people.length > 0 ? <DemoPeople people={people} /> : null}
		</div>
	);
}
