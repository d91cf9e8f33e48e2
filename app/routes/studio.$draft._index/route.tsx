import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/permissions.ts";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { itemsOf, lessonsOf, mediaOfDraft, reviewsOf } from "#app/studio/drafts.server.ts";
import { factsToForm } from "#app/studio/facts.ts";
import { renewalsAhead } from "#app/studio/renewalsAhead.server.ts";
import { draftFindings, mayReview } from "#app/studio/review.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge, PageHeader } from "#app/ui/Page.tsx";
import { act } from "./act.server.ts";
import { FactsForm } from "./components/FactsForm.tsx";
import { Findings } from "./components/Findings.tsx";
import { Parts } from "./components/Parts.tsx";
import { Renewals } from "./components/Renewals.tsx";
import { ReviewBox } from "./components/ReviewBox.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	const [lessons, items, pictures, findings, reviews, renewals] = await Promise.all([
		lessonsOf(draft.id),
		itemsOf(draft.id),
		mediaOfDraft(draft.id),
		draftFindings(draft),
		reviewsOf(draft.id),
		renewalsAhead(draft, Date.now()),
	]);
	return json({
		id: draft.id,
		state: draft.state,
		isNational: draft.nationalReview === 1,
		form: factsToForm(draft.facts),
		lessons: lessons.map(({ slug, title }) => ({ slug, title })),
		items: items.map(({ code, stem, type }) => ({ code, stem, type })),
		pictures: pictures.map(({ name }) => name),
		findings: findings.map(({ where, line, message, mend }) => ({
			where,
			line,
			message: message[viewer.lang],
			mend: mend[viewer.lang],
		})),
		renewals,
		remarks: reviews.map(({ remark }) => remark).filter(Boolean),
		isOpen:
			can(viewer, "course.write", draft.agencyId) && (draft.state === "draft" || draft.state === "returned"),
		review:
			can(viewer, "draft.review", draft.agencyId) && draft.state === "submitted"
				? { mine: !mayReview(draft, viewer.personId) }
				: null,
	});
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	return act(viewer, draft, await request.formData(), Date.now());
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.form.title ?? ""} · Studio · Cakap` },
];

export default function DraftPage() {
	const page = useLoaderData<typeof loader>();
	const t = useMessages(studioMessages);
	return (
		<>
			<p className="crumbs">
				<a href="/studio">{t.title}</a>
			</p>
			<PageHeader title={page.form.title}>
				<Badge tone={page.state === "returned" ? "warm" : "plain"}>{t[`state.${page.state}`]}</Badge>
				{page.isNational && page.state === "submitted" ? <p className="quiet">{t.national}</p> : null}
				{page.remarks.map((remark) => (
					<p key={remark} className="toast bad">
						{t.remarks}: {remark}
					</p>
				))}
			</PageHeader>
			<ReviewBox review={page.review} />
			<Renewals ahead={page.renewals} />
			<Parts page={page} />
			<Findings page={page} />
			{page.isOpen ? <FactsForm form={page.form} /> : null}
		</>
	);
}
