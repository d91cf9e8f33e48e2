import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getViewer, requireViewer } from "#app/access/viewer.server.ts";
import { findOpenCourse } from "#app/catalog/findCourse.server.ts";
import { notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { CourseAside } from "./components/CourseAside.tsx";
import { CourseOutline } from "./components/CourseOutline.tsx";
import { NextStep } from "./components/NextStep.tsx";
import { coursePage } from "./page.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const page = await coursePage(params.slug ?? "", await getViewer(request), Date.now());
	if (!page) throw notFound();
	return json(page);
}

/** Ikuti pelatihan. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const slug = params.slug ?? "";
	const found = await findOpenCourse(slug, viewer.agency?.id ?? null);
	const { agency, personId, unitId } = viewer;
	if (!found?.course.currentVersionId || !agency) throw notFound();
	const { id: courseId, currentVersionId: versionId } = found.course;
	const now = Date.now();
	await transaction((tx) => enrol(tx, { personId, courseId, versionId, agencyId: agency.id, unitId, now }));
	const text = learningMessages[viewer.lang].enrolled;
	return redirectWithToast(`/pelatihan/${slug}`, { kind: "good", text });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.title ?? "Pelatihan"} · Cakap` },
];

export default function CoursePage() {
	const course = useLoaderData<typeof loader>();
	const t = useMessages(learningMessages);
	return (
		<>
			<PageHeader title={course.title} lead={course.summary}>
				<NextStep course={course} />
			</PageHeader>
			<div className="columns">
				<div>
					<section>
						<h2>{t.outcomes}</h2>
						<ul>
							{course.outcomes.map((outcome) => (
								<li key={outcome}>{outcome}</li>
							))}
						</ul>
					</section>
					<CourseOutline course={course} />
				</div>
				<CourseAside course={course} />
			</div>
		</>
	);
}
