import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMerger } from "#app/access/merger.server.ts";
import { notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { mergingMessages } from "#app/i18n/messages/merging.ts";
import { personInScope } from "#app/people/personInScope.server.ts";
import { findMerge } from "#app/records/merge/sideBySide.server.ts";
import { unmergePeople } from "#app/records/merge/unmergePeople.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";

async function requireMerge(request: Request, id: string | undefined) {
	const { viewer, scope } = await requireMerger(request);
	const merge = await findMerge(id ?? "", Date.now());
	if (!merge || !(await personInScope(merge.keptId, scope))) throw notFound();
	return { viewer, merge };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { merge } = await requireMerge(request, params.merge);
	return json(merge);
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, merge } = await requireMerge(request, params.merge);
	const typed = String((await request.formData()).get("reason") ?? "").slice(0, 2000);
	const reason = typed.replace(/\s+/g, " ").trim();
	const t = mergingMessages[viewer.lang];
	if (reason.length < 10 || reason.length > 500)
		return json({ errors: { reason: t.reasonNeeded }, typed }, { status: 400 });
	const by = { reason, actor: { id: viewer.personId, name: viewer.name }, now: Date.now() };
	const outcome = await transaction((tx) => unmergePeople(tx, merge.id, by));
	const isUndone = outcome === "undone";
	const text = isUndone ? t.undone : t[`undo.${outcome}`];
	return redirectWithToast(`/orang/gabung/${merge.id}`, { kind: isUndone ? "good" : "bad", text });
}

export const meta: MetaFunction = () => [{ title: "Penggabungan data · Cakap" }];

export default function MergedPage() {
	const merge = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(mergingMessages);
	const { lang, timeZone } = useFrame();
	const { keptId, keptName, goneId, goneName, state, reason, actorName, at, undoBy } = merge;
	return (
		<>
			<p className="crumbs">
				<a href="/orang/ganda">{t.title}</a>
			</p>
			<PageHeader title={t.doneTitle} />
			<ErrorSummary errors={last?.errors} />
			<dl className="facts">
				<dt>{t.kept}</dt>
				<dd>
					<a href={`/orang/${keptId}`}>{keptName}</a>
				</dd>
				<dt>{t.gone}</dt>
				<dd>
					<a href={`/orang/${goneId}`}>{goneName}</a>
				</dd>
				<dt>{t.state}</dt>
				<dd>{t[`state.${state}`]}</dd>
				<dt>{t.reason}</dt>
				<dd>{reason}</dd>
				<dt>{t.by}</dt>
				<dd>{actorName}</dd>
				<dt>{t.when}</dt>
				<dd>{formatMoment(at, lang, timeZone)}</dd>
			</dl>
			{state === "merged" && undoBy ? <p className="notice">{t[`undo.${undoBy}`]}</p> : null}
			{state === "merged" && !undoBy ? (
				<form method="post" className="prose">
					<h2>{t.undo}</h2>
					<p className="quiet">
						{t.undoLead} {t.undoable}
					</p>
					<TextArea
						label={t.undoReason}
						name="reason"
						rows={2}
						defaultValue={last?.typed}
						error={last?.errors.reason}
					/>
					<Button kind="danger">{t.undo}</Button>
				</form>
			) : null}
		</>
	);
}
