import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWholeAgency } from "#app/access/managedAgency.server.ts";
import { certificateNumber, schemeFault } from "#app/certification/number.ts";
import { schemeOf, setScheme } from "#app/certification/schemes.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { schemeMessages } from "#app/i18n/messages/schemes.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { reading, transaction } from "#db/transaction.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { agency } = await requireWholeAgency(request, params.code);
	const scheme = await reading((tx) => schemeOf(tx, agency.id));
	const [year = 0, month = 1] = dayIn(Date.now(), "Asia/Jakarta").split("-").map(Number);
	const parts = { sequence: 123, course: "KS", issuer: agency.code, month, year };
	return json({ code: agency.code, name: agency.name, scheme, example: certificateNumber(parts, scheme) });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, agency } = await requireWholeAgency(request, params.code);
	const t = schemeMessages[viewer.lang];
	const scheme = String((await request.formData()).get("scheme") ?? "")
		.trim()
		.slice(0, 200);
	const fault = schemeFault(scheme);
	if (fault) return json({ error: t[`fault_${fault}`], typed: scheme }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	await transaction((tx) => setScheme(tx, { agencyId: agency.id, scheme, actor, now: Date.now() }));
	return redirectWithToast(`/instansi/${agency.code}/sertifikat`, { kind: "good", text: t.saved });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Nomor sertifikat · ${data?.name ?? "Instansi"} · Cakap` },
];

export default function SchemePage() {
	const { code, name, scheme, example } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(schemeMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${code}`}>{name}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			<ErrorSummary errors={last?.error ? { scheme: last.error } : null} />
			<form method="post" className="prose">
				<Field
					label={t.scheme}
					name="scheme"
					hint={t.hint}
					defaultValue={last?.typed ?? scheme}
					error={last?.error}
					spellCheck={false}
					autoComplete="off"
					required
				/>
				<p className="quiet">{t.example(example)}</p>
				<Button>{t.save}</Button>
			</form>
		</>
	);
}
