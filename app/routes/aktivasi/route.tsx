import { type ActionFunctionArgs, json, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { signInByKey } from "#app/access/keySession.server.ts";
import { openByCode } from "#app/access/usePasswordKey.server.ts";
import { clientAddress } from "#app/http/address.server.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { requestLanguage } from "#app/ui/requestLanguage.server.ts";

const typedText = z.string().max(1000).catch("");
const schema = z.object({ identifier: typedText, code: typedText, fresh: typedText });

/** Open to everyone; there is nothing to look up. */
export const loader = () => null;

export async function action({ request }: ActionFunctionArgs) {
	const t = accountKeyMessages[requestLanguage(request)];
	const typed = schema.parse(Object.fromEntries(await request.formData()));
	const { identifier, code, fresh } = typed;
	const fail = (errors: FieldErrors, init: ResponseInit = { status: 400 }) =>
		json({ errors, identifier, code }, init);
	if (!identifier.trim()) return fail({ identifier: t.identifierMissing });
	if (!code.trim()) return fail({ code: t.codeMissing });
	const address = clientAddress(request);
	const opened = await signInByKey(request, t.codeRefused, (now) =>
		openByCode({ identifier, code, fresh, address, now }),
	);
	if (opened instanceof Response) return opened;
	const { kind, text, status, headers } = opened;
	return fail({ [kind === "weak" ? "fresh" : kind === "refused" ? "code" : ""]: text }, { status, headers });
}

export const meta: MetaFunction = () => [{ title: "Aktivasi · Cakap" }];

export default function ActivationPage() {
	const last = useActionData<typeof action>();
	const t = useMessages(accountKeyMessages);
	const a = useMessages(accessMessages);
	const p = useMessages(accountMessages);
	const errors = last?.errors;
	return (
		<div className="prose">
			<PageHeader title={t.activate} lead={t.activateLead} />
			<ErrorSummary errors={errors} />
			<form method="post">
				<Field
					label={a.identifier}
					name="identifier"
					hint={a.identifierHint}
					defaultValue={last?.identifier}
					error={errors?.identifier}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					required
				/>
				<Field
					label={t.code}
					name="code"
					hint={t.codeHint}
					defaultValue={last?.code}
					error={errors?.code}
					autoComplete="one-time-code"
					autoCapitalize="characters"
					spellCheck={false}
					required
				/>
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
