import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { verifyCode } from "#app/certification/find.server.ts";
import { publicCertificate } from "#app/certification/public.ts";
import { clientAddress } from "#app/http/address.server.ts";
import { countAct } from "#app/http/throttle.server.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Outcome } from "./components/Outcome.tsx";

/** An office behind one address checks a pile of certificates; a guesser of 140 bits needs far more. */
const CHECKS_A_MINUTE = 60;

export async function loader({ request }: LoaderFunctionArgs) {
	const code = new URL(request.url).searchParams.get("code")?.slice(0, 200) ?? "";
	if (code.trim() === "") return json({ code, outcome: null, waitSeconds: 0 });
	const key = `periksa:${clientAddress(request)}`;
	const now = Date.now();
	const verdict = await transaction((tx) =>
		countAct(tx, { key, limit: CHECKS_A_MINUTE, windowMs: 60_000, now }),
	);
	if (!verdict.allowed) {
		const headers = { "Retry-After": String(verdict.retryAfterSeconds) };
		return json({ code, outcome: null, waitSeconds: verdict.retryAfterSeconds }, { status: 429, headers });
	}
	const found = await verifyCode(code);
	const outcome = found ? publicCertificate(found, Date.now()) : ({ status: "unknown" } as const);
	return json(
		{ code, outcome, waitSeconds: 0 },
		{ status: found ? 200 : 404, headers: { "Cache-Control": "no-store" } },
	);
}

export const meta: MetaFunction = () => [{ title: "Periksa sertifikat · Cakap" }];

export default function VerifyPage() {
	const { code, outcome, waitSeconds } = useLoaderData<typeof loader>();
	const t = useMessages(certificationMessages);
	return (
		<>
			<PageHeader title={t.verifyTitle} lead={t.verifyLead} />
			{outcome ? <Outcome outcome={outcome} /> : null}
			<form method="get" className="stack">
				<Field
					label={t.code}
					name="code"
					defaultValue={code}
					hint={t.codeHint}
					error={waitSeconds > 0 ? t.tooMany(String(waitSeconds)) : undefined}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					required
				/>
				<Button>{t.verify}</Button>
			</form>
		</>
	);
}
