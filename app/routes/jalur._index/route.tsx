import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWholeAssigner } from "#app/access/assigner.server.ts";
import { competenceFramework } from "#app/catalog/framework.server.ts";
import { pathMessages } from "#app/i18n/messages/paths.ts";
import { pathsFor } from "#app/learning/paths/pathList.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge, ButtonLink, EmptyState, PageHeader } from "#app/ui/Page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, agencyId } = await requireWholeAssigner(request);
	const names = new Map(competenceFramework().roleTargets.map(({ role, name }) => [role, name[viewer.lang]]));
	const paths = await pathsFor(agencyId);
	return json({
		paths: paths.map(({ agencyId: owner, roles, ...path }) => ({
			...path,
			isOwn: owner !== null,
			roles: roles.map((role) => names.get(role) ?? role),
		})),
	});
}

export const meta: MetaFunction = () => [{ title: "Jalur belajar · Cakap" }];

export default function PathsPage() {
	const { paths } = useLoaderData<typeof loader>();
	const t = useMessages(pathMessages);
	return (
		<>
			<PageHeader title={t.title} lead={t.lead}>
				<p>
					<ButtonLink to="/jalur/baru">{t.create}</ButtonLink>
				</p>
			</PageHeader>
			{paths.length === 0 ? <EmptyState>{t.none}</EmptyState> : null}
			{paths.map(({ id, title, reason, roles, steps, isOwn }) => (
				<section key={id} aria-labelledby={`path-${id}`}>
					<h2 id={`path-${id}`}>
						{title} <Badge>{isOwn ? t.own : t.national}</Badge>
					</h2>
					<p>{reason}</p>
					<p className="quiet">{roles.join(", ")}</p>
					<ol>
						{steps.map((step) => (
							<li key={step.courseId}>
								<a href={`/pelatihan/${step.slug}`}>{step.title}</a> ({t.hours(String(step.jp))}):{" "}
								{step.reason}
							</li>
						))}
					</ol>
					<p className="actions">
						<a href={`/penugasan/baru?jalur=${id}`}>{t.assign}</a>
						{isOwn ? <a href={`/jalur/${id}`}>{t.edit}</a> : null}
					</p>
				</section>
			))}
		</>
	);
}
