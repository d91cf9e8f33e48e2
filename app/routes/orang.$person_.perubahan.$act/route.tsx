import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission, viewerScope } from "#app/access/viewer.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { dayIn, formatDay } from "#app/i18n/format.ts";
import { personActMessages } from "#app/i18n/messages/personActs.ts";
import { namesOf } from "#app/people/namesOf.server.ts";
import { cancelAct, decideAct } from "#app/records/acts/acts.server.ts";
import { undoAct } from "#app/records/acts/undoAct.server.ts";
import { findAct, previewOf } from "#app/records/acts/view.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Consequences } from "./components/Consequences.tsx";
import { Decisions } from "./components/Decisions.tsx";
import { parseActForm } from "./form.ts";

async function requireAct(request: Request, params: { person?: string; act?: string }) {
	const viewer = await requirePermission(request, "people.manage");
	const scope = viewerScope(viewer, "people.manage");
	const act = await findAct(params.act ?? "", params.person ?? "", scope, viewer.personId);
	if (!act) throw notFound();
	return { viewer, act };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, act } = await requireAct(request, params);
	const now = Date.now();
	const { id, personId, kind, day, reason, state, fault, actorName } = act;
	return json({
		act: { id, personId, kind, day, reason, state, fault, actorName },
		name: await namesOf(personId),
		isFuture: day > dayIn(now, viewer.timeZone),
		preview: await previewOf(act, now),
	});
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, act } = await requireAct(request, params);
	const asked = parseActForm(await request.formData());
	if (!asked) throw badRequest();
	const t = personActMessages[viewer.lang];
	const { intent, reason, typed } = asked;
	if (intent === "undo" && !reason) return json({ error: t.reasonNeeded, typed }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	const isOwn = viewer.personId === act.personId;
	const said = isOwn ? t.self : await doIt(act.id, { intent, reason, actor, now: Date.now() }, t);
	const kind = Object.values(good(t)).includes(said) ? "good" : "bad";
	return redirectWithToast(`/orang/${act.personId}/perubahan/${act.id}`, { kind, text: said });
}

type Words = (typeof personActMessages)["id"];
type Deed = {
	intent: "decide" | "cancel" | "undo";
	reason: string;
	actor: { id: string; name: string };
	now: number;
};
const good = ({ done, planned, cancelled, undone }: Words) => ({ done, planned, cancelled, undone });

async function doIt(id: string, { intent, reason, actor, now }: Deed, t: Words): Promise<string> {
	if (intent === "cancel")
		return (await transaction((tx) => cancelAct(tx, id, actor, now))) ? t.cancelled : t.gone;
	if (intent === "undo") {
		const outcome = await transaction((tx) => undoAct(tx, id, { reason, actor, now }));
		return outcome === "undone" ? t.undone : t[`undo.${outcome}`];
	}
	const outcome = await transaction((tx) => decideAct(tx, id, actor, now));
	return typeof outcome === "string" ? t[outcome] : t[`fault.${outcome.fault}`];
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Perubahan ${data?.name ?? "pegawai"} · Cakap` },
];

export default function PersonActPage() {
	const { act, name, isFuture, preview } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(personActMessages);
	const { lang } = useFrame();
	const isOpen = act.state === "draft" || act.state === "planned";
	const against = preview.fault ?? (act.fault as typeof preview.fault);
	const fault = against ? t[`fault.${against}`] : preview.undoBy ? t[`undo.${preview.undoBy}`] : null;
	return (
		<>
			<p className="crumbs">
				<a href={`/orang/${act.personId}`}>{name}</a>
			</p>
			<PageHeader
				title={`${t[`kind.${act.kind}`]}: ${name}`}
				lead={act.state === "draft" ? t.previewNote : undefined}
			/>
			<dl className="facts">
				<dt>{t.day}</dt>
				<dd>{formatDay(act.day, lang)}</dd>
				<dt>{t.state}</dt>
				<dd>{t[`state.${act.state}`]}</dd>
				<dt>{t.reason}</dt>
				<dd>{act.reason}</dd>
				<dt>{t.by}</dt>
				<dd>{act.actorName}</dd>
			</dl>
			{isOpen ? <Consequences kind={act.kind} preview={preview} /> : null}
			<Decisions
				state={act.state}
				isFuture={isFuture}
				fault={fault}
				back={`/orang/${act.personId}`}
				error={last?.error}
				typed={last?.typed}
			/>
		</>
	);
}
