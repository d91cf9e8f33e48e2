import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { requireAssigner } from "#app/access/assigner.server.ts";
import { forbidden } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge, PageHeader } from "#app/ui/Page.tsx";
import { Deadline } from "../penugasan._index/Deadline.tsx";
import { act } from "./act.server.ts";
import { Acts } from "./components/Acts.tsx";
import { Members } from "./components/Members.tsx";
import { MessageForm } from "./components/MessageForm.tsx";
import { message } from "./message.server.ts";
import { assignmentPage, followedAssignment } from "./page.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const assigner = await requireAssigner(request);
	const { searchParams } = new URL(request.url);
	return json(await assignmentPage(assigner, params.assignment, searchParams, Date.now()));
}

export async function action({ request, params }: ActionFunctionArgs) {
	const assigner = await requireAssigner(request);
	const now = Date.now();
	const { id, isOwn } = await followedAssignment(assigner, params.assignment, now);
	if (!isOwn) throw forbidden();
	const form = await request.formData();
	return form.get("intent") === "message" ? message(form, assigner, id, now) : act(form, assigner, id, now);
}

export const meta: MetaFunction = () => [{ title: "Penugasan · Cakap" }];

export default function AssignmentPage() {
	const page = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(assignmentMessages);
	const lang = useLang();
	const { id, title, reason, courses, counts, terms, isEnded, endReason, isUpdating, messageId, isOwn } =
		page;
	const figures = [
		[t.members, counts.members],
		[t.doneCount, counts.done],
		[t.owingCount, counts.owing],
		[t.lateCount, counts.late],
		[t.exemptCount, counts.exempt],
		[t.awayCount, counts.away],
	] as const;
	return (
		<>
			<p className="crumbs">
				<a href="/penugasan">{t.back}</a>
			</p>
			<PageHeader title={title} lead={reason}>
				{isEnded ? (
					<p>
						<Badge>{t.ended}</Badge> {endReason}
					</p>
				) : null}
			</PageHeader>
			{isUpdating ? <p role="status">{t.updating}</p> : null}
			<dl className="facts">
				<dt>{t.deadline}</dt>
				<dd>
					<Deadline terms={terms} />
				</dd>
				<dt>{t.courses}</dt>
				<dd>{courses.map((course) => course.title).join(", ")}</dd>
				{figures.map(([label, value]) => (
					<Fragment key={label}>
						<dt>{label}</dt>
						<dd>{formatNumber(value, lang)}</dd>
					</Fragment>
				))}
			</dl>
			<p>
				<a href={`/penugasan/${id}.csv`}>{t.csv}</a> <span className="quiet">{t.csvNote}</span>
			</p>
			{isOwn ? null : <p>{t.followedOnly}</p>}
			<Members {...page} />
			{isEnded || !isOwn || counts.late === 0 ? null : (
				<MessageForm
					late={counts.late}
					messageId={messageId}
					errors={last?.intent === "message" ? last.errors : undefined}
					typed={last?.intent === "message" ? last.typed.reason : undefined}
				/>
			)}
			{isEnded || !isOwn ? null : <Acts terms={terms} last={last} />}
		</>
	);
}
