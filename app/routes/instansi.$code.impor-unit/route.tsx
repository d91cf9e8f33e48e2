import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireManagedAgency } from "#app/access/managedAgency.server.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { unitImportMessages } from "#app/i18n/messages/unitImport.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { apply, check } from "./act.server.ts";
import { Report } from "./components/Report.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { agency } = await requireManagedAgency(request, params.code);
	return json({ agency: { code: agency.code, name: agency.name, isOpen: agency.validTo === null } });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, agency } = await requireManagedAgency(request, params.code);
	const form = await request.formData();
	return (form.get("intent") === "apply" ? apply : check)(viewer, agency, form, Date.now());
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Impor unit · ${data?.agency.name ?? "Instansi"} · Cakap` },
];

export default function UnitImportPage() {
	const { agency } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(unitImportMessages);
	const refused = useMessages(agencyMessages)["refused.closed"];
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${agency.code}`}>{agency.name}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			{last && "found" in last ? <Report found={last.found} rows={last.rows} /> : null}
			{agency.isOpen ? (
				<form method="post" encType="multipart/form-data">
					<ErrorSummary errors={last && "errors" in last ? last.errors : undefined} />
					<Field
						label={t.file}
						name="file"
						type="file"
						hint={t.fileHint}
						error={last && "errors" in last ? last.errors.file : undefined}
					/>
					<p className="actions">
						<Button kind={last && "found" in last ? "plain" : undefined}>{t.check}</Button>
					</p>
				</form>
			) : (
				<p className="notice">{refused}</p>
			)}
		</>
	);
}
