import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getViewer } from "#app/access/viewer.server.ts";
import { competenceList } from "#app/catalog/framework.server.ts";
import { COURSES_A_PAGE, listOpenCourses } from "#app/catalog/listCourses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/table.tsx";
import { CourseFilters } from "./components/CourseFilters.tsx";
import { CourseList } from "./components/CourseList.tsx";
import { filterParams, readFilter } from "./filter.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await getViewer(request);
	const filter = readFilter(new URL(request.url).searchParams);
	const agencyId = viewer?.agency?.id ?? null;
	const { courses, total } = await listOpenCourses({ ...filter, agencyId });
	const competences = competenceList().map(({ code, name }) => ({ code, name }));
	return json({ courses, total, filter, competences, pages: Math.ceil(total / COURSES_A_PAGE) });
}

export const meta: MetaFunction = () => [{ title: "Pelatihan · Cakap" }];

export default function CataloguePage() {
	const { courses, total, filter, competences, pages } = useLoaderData<typeof loader>();
	const t = useMessages(learningMessages);
	const lang = useLang();
	return (
		<>
			<PageHeader title={t.catalogue} lead={t.catalogueLead} />
			<CourseFilters filter={filter} competences={competences} />
			<p className="quiet">{t.found(formatNumber(total, lang))}</p>
			{courses.length > 0 ? <CourseList courses={courses} /> : <EmptyState>{t.none}</EmptyState>}
			<Pager
				page={filter.page}
				pages={pages}
				to={(page) => `/pelatihan?${filterParams({ ...filter, page })}`}
			/>
		</>
	);
}
