import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWholeAgency } from "#app/access/managedAgency.server.ts";
import { redirectWithToast, withoutForm } from "#app/http/responses.server.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { forgetMapping, rememberedColumns } from "#app/people/roster/mappings.server.ts";
import { rosterRunsOf } from "#app/people/roster/runView.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Remembered } from "./components/Remembered.tsx";
import { Runs } from "./components/Runs.tsx";
import { Upload } from "./components/Upload.tsx";
import { receiveRoster } from "./upload.server.ts";

const RUNS = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { agency } = await requireWholeAgency(request, params.code);
	const [runs, columns] = await Promise.all([rosterRunsOf(agency.id, RUNS), rememberedColumns(agency.id)]);
	return json({ agency, runs, columns });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const isFile = request.headers.get("Content-Type")?.startsWith("multipart/form-data") ?? false;
	const { viewer, agency } = await requireWholeAgency(request, params.code).catch((thrown) => {
		throw isFile ? withoutForm(thrown) : thrown;
	});
	const t = rosterScreenMessages[viewer.lang];
	const to = `/instansi/${agency.code}/impor`;
	const fail = (file: string) => json({ errors: { file } }, { status: 400 });
	if (!isFile) {
		const form = await request.formData();
		if (form.get("intent") !== "forget") return fail(t.fileNeeded);
		const column = String(form.get("column") ?? "");
		await transaction((tx) => forgetMapping(tx, agency.id, column));
		return redirectWithToast(to, { kind: "good", text: t.forgot });
	}
	const actor = { id: viewer.personId, name: viewer.name };
	const received = await receiveRoster(request, agency.id, actor, Date.now());
	if ("problem" in received) return fail(t[received.problem]);
	return redirectWithToast(`${to}/${received.runId}`, { kind: "good", text: t.received });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Impor daftar pegawai · ${data?.agency.name ?? "Instansi"} · Cakap` },
];

export default function ImportPage() {
	const { agency, runs, columns } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(rosterScreenMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${agency.code}`}>{agency.name}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			<Upload code={agency.code} errors={last?.errors} />
			<section>
				<h2>{t.runs}</h2>
				<Runs code={agency.code} runs={runs} />
			</section>
			<Remembered code={agency.code} columns={columns} />
		</>
	);
}
