import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { firstPage } from "#app/access/firstPage.ts";
import { getViewer } from "#app/access/viewer.server.ts";
import { listOpenCourses } from "#app/catalog/listCourses.server.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button, ButtonLink, PageHeader } from "#app/ui/Page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await getViewer(request);
	if (viewer) throw redirect(firstPage(viewer));
	const { courses } = await listOpenCourses({ agencyId: null, page: 1 });
	return json({
		courses: courses.slice(0, 6).map(({ slug, title, summary, jp }) => ({ slug, title, summary, jp })),
	});
}

export const meta: MetaFunction = () => [
	{ title: "Cakap · Pelatihan digital aparatur sipil negara" },
	{
		name: "description",
		content: "Pelatihan digital bagi ASN, dengan ujian dan sertifikat JP yang dapat diperiksa.",
	},
];

export default function HomePage() {
	const { courses } = useLoaderData<typeof loader>();
	const t = useMessages(accessMessages);
	const c = useMessages(certificationMessages);
	return (
		<>
			<PageHeader title={t.homeTitle} lead={t.homeLead}>
				<div className="actions">
					<ButtonLink to="/masuk">{t.submit}</ButtonLink>
					<ButtonLink to="/pelatihan" kind="plain">
						{t.seeCourses}
					</ButtonLink>
				</div>
			</PageHeader>
			<div className="columns">
				<section>
					<h2>{t.homeLearn}</h2>
					<p className="quiet">{t.homeLearnText}</p>
					<ul className="plain-list">
						{courses.map(({ slug, title, summary, jp }) => (
							<li key={slug}>
								<a href={`/pelatihan/${slug}`}>{title}</a> <span className="quiet">{jp} JP</span>
								<p>{summary}</p>
							</li>
						))}
					</ul>
				</section>
				<div>
					<section>
						<h2>{t.homeExam}</h2>
						<p>{t.homeExamText}</p>
					</section>
					<section>
						<h2>{t.homeVerify}</h2>
						<p>{t.homeVerifyText}</p>
						<form method="get" action="/periksa">
							<Field label={c.code} name="code" autoComplete="off" required />
							<Button kind="plain">{c.verify}</Button>
						</form>
					</section>
				</div>
			</div>
		</>
	);
}
