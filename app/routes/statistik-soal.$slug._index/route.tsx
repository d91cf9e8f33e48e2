import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { formatMoment, formatNumber } from "#app/i18n/format.ts";
import { itemStatisticsMessages } from "#app/i18n/messages/itemStatistics.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Button, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { ExamFacts } from "./components/ExamFacts.tsx";
import { ItemTable } from "./components/ItemTable.tsx";
import { requireVersion } from "./version.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { version, stored } = await requireVersion(request, params.slug ?? "");
	const { slug, title, number } = version;
	return json({ slug, title, number, stored });
}

/** Asks for the figures to be computed anew. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, version } = await requireVersion(request, params.slug ?? "");
	if ((await request.formData()).get("intent") !== "compute") throw badRequest();
	const { versionId, slug, number } = version;
	const job = {
		name: "exam.item-statistics",
		payload: { versionId },
		uniqueKey: `item-statistics:${versionId}`,
	};
	await transaction((tx) => enqueue(tx, { ...job, runAt: Date.now() }));
	const text = itemStatisticsMessages[viewer.lang].computing;
	return redirectWithToast(`/statistik-soal/${slug}?versi=${number}`, { kind: "good", text });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Statistik soal ${data?.title ?? ""} · Cakap` },
];

export default function VersionStatisticsPage() {
	const { slug, title, number, stored } = useLoaderData<typeof loader>();
	const t = useMessages(itemStatisticsMessages);
	const { lang, timeZone } = useFrame();
	const exam = stored?.figures;
	const when = stored ? formatMoment(stored.computedAt, lang, timeZone) : "";
	return (
		<>
			<p>
				<a href="/statistik-soal">{t.title}</a>
			</p>
			<PageHeader
				title={t.versionOf(title, String(number))}
				lead={exam && exam.n > 0 ? t.basis(formatNumber(exam.n, lang), when) : undefined}
			/>
			{exam && exam.n > 0 ? (
				<>
					<ItemTable items={exam.items} to={(code) => `/statistik-soal/${slug}/${code}?versi=${number}`} />
					<ExamFacts exam={exam} />
					<p>
						<a href={`/statistik-soal/${slug}.csv?versi=${number}`}>{t.csv}</a>{" "}
						<span className="quiet">{t.csvNote}</span>
					</p>
				</>
			) : (
				<EmptyState>{exam ? t.noPeople : t.notComputed}</EmptyState>
			)}
			<form method="post" action={`/statistik-soal/${slug}?index&versi=${number}`}>
				<Button kind="plain" name="intent" value="compute">
					{t.compute}
				</Button>
			</form>
		</>
	);
}
