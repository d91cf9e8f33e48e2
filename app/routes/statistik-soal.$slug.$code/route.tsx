import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openRepairOf } from "#app/certification/repairView.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { itemRepairMessages } from "#app/i18n/messages/itemRepairs.ts";
import { itemStatisticsMessages } from "#app/i18n/messages/itemStatistics.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ButtonLink, PageHeader } from "#app/ui/Page.tsx";
import { requireVersion } from "../statistik-soal.$slug._index/version.server.ts";
import { ItemFacts } from "./components/ItemFacts.tsx";
import { OptionTable } from "./components/OptionTable.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { version, stored } = await requireVersion(request, params.slug ?? "");
	const item = stored?.figures.items.find(({ code }) => code === params.code);
	if (!item) throw notFound();
	const { slug, title, number } = version;
	return json({ slug, title, number, item, repair: await openRepairOf(item.id) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Soal ${data?.item.code ?? ""} · Cakap` },
];

export default function ItemStatisticsPage() {
	const { slug, title, number, item, repair } = useLoaderData<typeof loader>();
	const t = useMessages(itemStatisticsMessages);
	const r = useMessages(itemRepairMessages);
	return (
		<>
			<p>
				<a href={`/statistik-soal/${slug}?versi=${number}`}>{t.versionOf(title, String(number))}</a>
			</p>
			<PageHeader title={item.code} lead={item.stem} />
			<ItemFacts item={item} />
			<OptionTable item={item} />
			<p className="actions">
				{repair ? (
					<a href={`/perbaikan-soal/${repair.id}`}>{r.openRepair}</a>
				) : (
					<ButtonLink kind="plain" to={`/perbaikan-soal/baru?soal=${item.id}`}>
						{r.repairThis}
					</ButtonLink>
				)}
			</p>
		</>
	);
}
