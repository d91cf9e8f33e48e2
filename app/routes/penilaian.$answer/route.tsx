import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMarker } from "#app/access/marker.server.ts";
import { answerCode } from "#app/assessment/answerCode.ts";
import { markingPage } from "#app/assessment/markingQueue.server.ts";
import { competenceName } from "#app/catalog/framework.server.ts";
import { markEssay } from "#app/certification/markEssay.server.ts";
import { notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { markingMessages } from "#app/i18n/messages/marking.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ItemPictures } from "#app/ui/ItemPictures.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { MarkFields } from "./components/MarkFields.tsx";
import { readMark } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { marker } = await requireMarker(request);
	const page = await markingPage(params.answer ?? "", marker);
	if (!page) throw notFound();
	return json(page);
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, marker } = await requireMarker(request);
	const form = await request.formData();
	const answerId = params.answer ?? "";
	const page = await markingPage(answerId, marker);
	if (!page) throw notFound();
	const read = readMark(page.rubric, form);
	const { typed } = read;
	if (!page.isOpen) return json({ missing: [], typed, isClosed: true }, { status: 409 });
	if (!read.ok) return json({ missing: read.missing, typed, isClosed: false }, { status: 400 });
	const mark = { answerId, marker, points: read.points, comment: read.comment, competenceName };
	const outcome = await transaction((tx) => markEssay(tx, { ...mark, now: Date.now() }));
	if (outcome === "unknown") throw notFound();
	if (outcome === "closed") return json({ missing: [], typed, isClosed: true }, { status: 409 });
	return redirectWithToast("/penilaian", { kind: "good", text: markingMessages[viewer.lang].saved });
}

export const meta: MetaFunction = () => [{ title: "Menilai uraian · Cakap" }];

export default function MarkingPage() {
	const { id, stem, pictures, rationale, rubric, text, isOpen } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(markingMessages);
	return (
		<div className="prose">
			<p className="crumbs">
				<a href="/penilaian">{t.back}</a>
			</p>
			<PageHeader title={t.markTitle(answerCode(id))} lead={stem} />
			<ItemPictures pictures={pictures} />
			{rationale ? (
				<p className="quiet">
					{t.rationale}: {rationale}
				</p>
			) : null}
			<section>
				<h2>{t.written}</h2>
				<blockquote className="written">{text}</blockquote>
			</section>
			{isOpen ? (
				<MarkFields rubric={rubric} missing={last?.missing} typed={last?.typed} />
			) : (
				<div role="alert">
					<p>{t.closed}</p>
					{last?.isClosed ? <p>{t.notSaved}</p> : null}
					{last?.isClosed ? <blockquote className="written">{last.typed.comment}</blockquote> : null}
				</div>
			)}
		</div>
	);
}
