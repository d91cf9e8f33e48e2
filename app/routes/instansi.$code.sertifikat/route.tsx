import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWholeAgency } from "#app/access/managedAgency.server.ts";
import { designOf } from "#app/certification/design/designs.server.ts";
import { certificateNumber } from "#app/certification/number.ts";
import { schemeOf } from "#app/certification/schemes.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { schemeMessages } from "#app/i18n/messages/schemes.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary } from "#app/ui/fields.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { reading } from "#db/transaction.server.ts";
import { changeDesign, changeScheme } from "./act.server.ts";
import { DesignForm } from "./components/DesignForm.tsx";
import { SchemeForm } from "./components/SchemeForm.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { agency } = await requireWholeAgency(request, params.code);
	const [scheme, design] = await Promise.all([
		reading((tx) => schemeOf(tx, agency.id)),
		reading((tx) => designOf(tx, agency.id)),
	]);
	const [year = 0, month = 1] = dayIn(Date.now(), "Asia/Jakarta").split("-").map(Number);
	const parts = { sequence: 123, course: "KS", issuer: agency.code, month, year };
	const { code, name } = agency;
	return json({ code, name, scheme, example: certificateNumber(parts, scheme), design });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, agency } = await requireWholeAgency(request, params.code);
	const form = await request.formData();
	const by = { viewer, agency, now: Date.now() };
	return form.get("bagian") === "design" ? changeDesign(form, by) : changeScheme(form, by);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Nomor dan rancangan sertifikat · ${data?.name ?? "Instansi"} · Cakap` },
];

export default function CertificateSettingsPage() {
	const { code, name, scheme, example, design } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(schemeMessages);
	const { errors } = last ?? {};
	const typed = last && "design" in last ? last.design : undefined;
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${code}`}>{name}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			<ErrorSummary errors={errors} />
			<SchemeForm
				scheme={last && "scheme" in last ? last.scheme : scheme}
				example={example}
				error={errors?.scheme}
			/>
			<DesignForm code={code} name={name} design={{ ...design, ...typed }} errors={errors} />
		</>
	);
}
