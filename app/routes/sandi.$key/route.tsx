import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findOpenKey } from "#app/access/accountKeys.server.ts";
import { signInByKey } from "#app/access/keySession.server.ts";
import { hashToken } from "#app/access/lucia.server.ts";
import { openByLink } from "#app/access/usePasswordKey.server.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field } from "#app/ui/fields.tsx";
import { Button, ButtonLink, PageHeader } from "#app/ui/Page.tsx";
import { requestLanguage } from "#app/ui/requestLanguage.server.ts";

/** Open to whoever has the link. Looking at it does not use it up: mail programs look at links, too. */
export async function loader({ params }: LoaderFunctionArgs) {
	const key = await findOpenKey(hashToken(params.key ?? ""), "password", Date.now());
	return json({ name: key?.name ?? null }, { status: key ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const t = accountKeyMessages[requestLanguage(request)];
	const fresh = (await request.formData()).get("fresh");
	const typed = typeof fresh === "string" ? fresh.slice(0, 1000) : "";
	const opened = await signInByKey(request, t.linkGoneLead, (now) =>
		openByLink(params.key ?? "", typed, now),
	);
	if (opened instanceof Response) return opened;
	const { kind, text, status, headers } = opened;
	return json({ errors: { [kind === "weak" ? "fresh" : ""]: text } }, { status, headers });
}

export const meta: MetaFunction = () => [{ title: "Pilih kata sandi · Cakap" }];

export default function PasswordLinkPage() {
	const { name } = useLoaderData<typeof loader>();
	const errors: Record<string, string> | undefined = useActionData<typeof action>()?.errors;
	const t = useMessages(accountKeyMessages);
	const p = useMessages(accountMessages);
	if (name === null) {
		return (
			<div className="prose">
				<PageHeader title={t.linkGone} lead={t.linkGoneLead} />
				<p>
					<ButtonLink to="/masuk">{t.toSignIn}</ButtonLink> <a href="/lupa-sandi">{t.toForgotten}</a>
				</p>
			</div>
		);
	}
	return (
		<div className="prose">
			<PageHeader title={t.choose} lead={t.chooseLead(name)} />
			<ErrorSummary errors={errors} />
			<form method="post">
				<Field
					label={p.fresh}
					name="fresh"
					type="password"
					hint={p.freshHint}
					error={errors?.fresh}
					autoComplete="new-password"
					required
				/>
				<Button>{t.save}</Button>
			</form>
		</div>
	);
}
