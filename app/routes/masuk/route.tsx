import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CARRIED, carriedFields, isCarried } from "#app/access/carriedForm.ts";
import { demoAccounts } from "#app/access/demo.server.ts";
import { getViewer } from "#app/access/viewer.server.ts";
import { safePath } from "#app/http/responses.server.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { requestLanguage } from "#app/ui/requestLanguage.server.ts";
import { Carried } from "./components/Carried.tsx";
import { DemoPeople } from "./components/DemoPeople.tsx";
import { parseSignIn } from "./form.ts";
import { trySignIn } from "./trySignIn.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const next = new URL(request.url).searchParams.get("next");
	if (await getViewer(request)) throw redirect(safePath(next));
	const people = demoAccounts().map(({ role, name, agency }) => ({ role, name, agency }));
	return json({ people, returning: next !== null });
}

export async function action({ request }: ActionFunctionArgs) {
	const params = new URL(request.url).searchParams;
	const next = safePath(params.get("next"));
	const form = await request.formData();
	const fields = params.has(CARRIED) ? carriedFields(form) : [];
	// 307 sends the body, the carried form with it, on to the page that it was meant for.
	const onward = fields.length > 0 ? 307 : 303;
	if (params.has(CARRIED) && isCarried(form)) {
		if (await getViewer(request)) return redirect(next, onward);
		return json({ identifier: "", error: "", fields }, { status: 401 });
	}
	const parsed = parseSignIn(form, demoAccounts());
	if (!parsed) {
		const error = accessMessages[requestLanguage(request)].missing;
		return json({ identifier: "", error, fields }, { status: 400 });
	}
	const outcome = await trySignIn(request, parsed);
	if (outcome.kind === "signed-in") return redirect(next, { status: onward, headers: outcome.headers });
	const { error, status, headers } = outcome;
	const identifier = parsed.isDemo ? "" : parsed.identifier;
	return json({ identifier, error, fields }, { status, headers });
}

export const meta: MetaFunction = () => [{ title: "Masuk · Cakap" }];

export default function SignInPage() {
	const { people, returning } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(accessMessages);
	const fields = last?.fields ?? [];
	const lead = fields.length > 0 ? t.carried : returning && !last?.error ? t.expired : t.lead;
	return (
		<div className="prose">
			<PageHeader title={t.title} lead={lead} />
			<ErrorSummary errors={last?.error ? { "": last.error } : null} />
			<form method="post">
				<Carried fields={fields} />
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
			<p>
				<a href="/lupa-sandi">{t.forgotten}</a> · <a href="/aktivasi">{t.haveCode}</a>
			</p>
			<p className="quiet">
				{t.helpLine} <a href="/bantuan">{t.helpLink}</a>
			</p>
			{people.length > 0 ? (
				<DemoPeople people={people}>
					<Carried fields={fields} />
				</DemoPeople>
			) : null}
		</div>
	);
}
