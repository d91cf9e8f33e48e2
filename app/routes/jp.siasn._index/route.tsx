import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireHoursExporter } from "#app/access/hoursExporter.server.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { siasnMessages } from "#app/i18n/messages/siasn.ts";
import { beginSiasnExport } from "#app/records/siasn/begin.server.ts";
import { askForPush } from "#app/records/siasn/push.server.ts";
import { siasnAccess } from "#app/records/siasn/service.server.ts";
import { setSiasnPlace, siasnPlaceOf } from "#app/records/siasn/settings.server.ts";
import { sendingCounts, siasnExportsOf, waitingPeople } from "#app/records/siasn/view.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary } from "#app/ui/fields.tsx";
import { Button, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { reading, transaction } from "#db/transaction.server.ts";
import { Exports } from "./components/Exports.tsx";
import { PlaceForm } from "./components/PlaceForm.tsx";
import { Waiting } from "./components/Waiting.tsx";
import { readSiasnForm, siasnId } from "./form.ts";

const WAITING_SHOWN = 50;

export async function loader({ request }: LoaderFunctionArgs) {
	const { agencyId } = await requireHoursExporter(request);
	const [place, exports, waiting] = await Promise.all([
		reading((tx) => siasnPlaceOf(tx, agencyId)),
		siasnExportsOf(agencyId),
		waitingPeople(agencyId, WAITING_SHOWN + 1),
	]);
	const rows = exports.map(
		async ({ id, state, added, removed, waiting: left, actorName, createdAt, pushedAt }) => ({
			...{ id, state, added, removed, waiting: left, actorName, createdAt },
			sending: pushedAt === null ? null : await sendingCounts(id),
		}),
	);
	return json({
		place,
		exports: await Promise.all(rows),
		waiting: waiting.slice(0, WAITING_SHOWN),
		isMoreWaiting: waiting.length > WAITING_SHOWN,
		maySend: siasnAccess(process.env) !== null,
	});
}

export async function action({ request }: ActionFunctionArgs) {
	const { viewer, agencyId } = await requireHoursExporter(request);
	const form = readSiasnForm(await request.formData());
	if (!form) throw badRequest();
	const t = siasnMessages[viewer.lang];
	const by = { agencyId, actor: { id: viewer.personId, name: viewer.name }, now: Date.now() };
	const told = (isGood: boolean, text: string) =>
		redirectWithToast("/jp/siasn", { kind: isGood ? "good" : "bad", text });
	if (form.maksud === "export") {
		const begun = await transaction((tx) => beginSiasnExport(tx, by));
		return told(!("fault" in begun), "fault" in begun ? t[`fault.${begun.fault}`] : t.created);
	}
	if (form.maksud === "push") {
		if (!siasnAccess(process.env)) throw badRequest();
		const isAsked = await transaction((tx) => askForPush(tx, { ...by, exportId: form.ekspor }));
		return told(isAsked, isAsked ? t.pushed : t.pushNotNow);
	}
	const { instansiId: instansi, lokasiId: lokasi } = form;
	const [instansiId, lokasiId] = [siasnId(instansi), siasnId(lokasi)];
	if (!instansiId || !lokasiId) {
		const errors = { instansiId: instansiId ? "" : t.badId, lokasiId: lokasiId ? "" : t.badId };
		const typed = { instansiId: instansi.slice(0, 200), lokasiId: lokasi.slice(0, 200) };
		return json({ errors, typed }, { status: 400 });
	}
	await transaction((tx) => setSiasnPlace(tx, { ...by, instansiId, lokasiId }));
	return told(true, t.saved);
}

export const meta: MetaFunction = () => [{ title: "Ekspor SIASN · Cakap" }];

export default function SiasnPage() {
	const { place, exports, waiting, isMoreWaiting, maySend } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(siasnMessages);
	return (
		<>
			<PageHeader title={t.title} lead={t.lead} />
			<ErrorSummary errors={last?.errors} />
			<PlaceForm place={last?.typed ?? place} errors={last?.errors} />
			<section>
				<h2>{t.listTitle}</h2>
				{exports.length === 0 ? (
					<EmptyState>{t.none}</EmptyState>
				) : (
					<Exports rows={exports} maySend={maySend} />
				)}
				{place ? (
					<form method="post" className="actions">
						<Button name="maksud" value="export">
							{t.create}
						</Button>
					</form>
				) : (
					<p>{t["fault.no-place"]}</p>
				)}
			</section>
			{waiting.length > 0 ? <Waiting people={waiting} isMore={isMoreWaiting} /> : null}
		</>
	);
}
