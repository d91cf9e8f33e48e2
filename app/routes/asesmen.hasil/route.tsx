import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { coursesToLearnNext } from "#app/assessment/placement/learnNext.server.ts";
import { placementResult } from "#app/assessment/placement/view.server.ts";
import { competenceFramework } from "#app/catalog/framework.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { placementMessages } from "#app/i18n/messages/placement.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { LearnNext } from "./components/LearnNext.tsx";
import { rangeInWords } from "./words.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const { personId, agency, lang } = await requireViewer(request);
	const result = await placementResult(personId, Date.now());
	if (!result) throw redirect("/asesmen");
	const courses = await coursesToLearnNext(result.domains, agency?.id ?? null);
	const nameOf = (code: string) =>
		competenceFramework().domains.find((one) => one.code === code)?.name[lang] ?? code;
	const domains = result.domains.map((one) => ({ ...one, name: nameOf(one.domain) }));
	return json({ ...result, domains, courses });
}

export const meta: MetaFunction = () => [{ title: "Hasil asesmen awal · Cakap" }];

export default function PlacementResultRoute() {
	const { at, general, domains, courses } = useLoaderData<typeof loader>();
	const t = useMessages(placementMessages);
	const { lang, timeZone } = useFrame();
	return (
		<div className="prose">
			<PageHeader title={t.result}>
				<p>
					{t.general}: <strong>{rangeInWords(general, t)}</strong>
				</p>
				<p className="quiet">{t.measuredAt(formatMoment(at, lang, timeZone))}</p>
			</PageHeader>
			<DataTable
				caption={t.byDomain}
				rows={domains}
				rowKey={({ domain }) => domain}
				columns={[
					{ key: "name", label: t.domain, rowHeader: true, cell: ({ name }) => name },
					{
						key: "level",
						label: t.measured,
						cell: ({ range }) => (range ? rangeInWords(range, t) : t.notMeasured),
					},
				]}
			/>
			<p className="quiet">{t.howSure}</p>
			<LearnNext courses={courses} />
		</div>
	);
}
