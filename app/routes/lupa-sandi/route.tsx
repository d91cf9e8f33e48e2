import { type ActionFunctionArgs, json, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { requestReset } from "#app/access/requestReset.server.ts";
import { clientAddress } from "#app/http/address.server.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { requestLanguage } from "#app/ui/requestLanguage.server.ts";

const schema = z.object({ identifier: z.string().trim().min(1).max(200) });

/** Open to everyone; there is nothing to look up. */
export const loader = () => null;

export async function action({ request }: ActionFunctionArgs) {
	const t = accountKeyMessages[requestLanguage(request)];
	const parsed = schema.safeParse(Object.fromEntries(await request.formData()));
	if (!parsed.success) return json({ error: t.identifierMissing, identifier: "" }, { status: 400 });
	const { identifier } = parsed.data;
	const wait = await requestReset(identifier, clientAddress(request), Date.now());
	if (wait === 0) return json({ error: null, identifier });
	const error = t.throttled(String(Math.ceil(wait / 60)));
	return json({ error, identifier }, { status: 429, headers: { "Retry-After": String(wait) } });
}

export const meta: MetaFunction = () => [{ title: "Lupa kata sandi · Cakap" }];

export default function ForgottenPage() {
	const last = useActionData<typeof action>();
	const t = useMessages(accountKeyMessages);
	const a = useMessages(accessMessages);
	if (last && last.error === null) {
		return (
			<div className="prose">
				<PageHeader title={t.sent} lead={t.sentLead} />
				<p>
					{t.sentNone} <a href="/aktivasi">{a.haveCode}</a>
				</p>
			</div>
		);
	}
	return (
		<div className="prose">
			<PageHeader title={t.forgotten} lead={t.forgottenLead} />
			<ErrorSummary errors={last?.error ? { identifier: last.error } : null} />
			<form method="post">
				<Field
					label={a.identifier}
					name="identifier"
					hint={a.identifierHint}
					defaultValue={last?.identifier}
					error={last?.error ?? undefined}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					required
				/>
				<Button>{t.send}</Button>
			</form>
		</div>
	);
}
