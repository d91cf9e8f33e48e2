import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { nationalItems } from "#app/assessment/nationalBank.server.ts";
import { bankOf, coverageOf } from "#app/catalog/blueprint.ts";
import { bankMessages } from "#app/i18n/messages/bank.ts";
import { simulationMessages } from "#app/i18n/messages/simulation.ts";
import { itemsOf } from "#app/studio/drafts.server.ts";
import { itemFilterOf, matchesFilter } from "#app/studio/itemFilter.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { BankFilters } from "./components/BankFilters.tsx";
import { BankItems } from "./components/BankItems.tsx";
import { Coverage } from "./components/Coverage.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { draft } = await requireDraft(request, params.draft);
	const filter = itemFilterOf(new URL(request.url).searchParams);
	const { blueprint } = draft.facts.exam;
	const isNational = blueprint.some(({ from }) => from === "national");
	const [items, national] = await Promise.all([itemsOf(draft.id), isNational ? nationalItems() : []]);
	const bank = bankOf(
		items,
		national.map(({ item }) => item),
	);
	return json({
		draftId: draft.id,
		title: draft.facts.title,
		filter,
		all: items.length,
		cells: coverageOf(blueprint, bank),
		competences: [...new Set(items.map(({ competence }) => competence))].sort(),
		items: items
			.filter((item) => matchesFilter(item, filter))
			.map(({ code, stem, competence, level, difficulty, leakRisk, prototype, source }) => ({
				...{ code, stem, competence, level, difficulty: difficulty ?? null },
				...{ risk: leakRisk ?? ("" as const), prototype: prototype ?? "", source: source ?? "" },
			})),
	});
}

export const meta: MetaFunction = () => [{ title: "Bank soal · Studio · Cakap" }];

export default function BankPage() {
	const { draftId, title, filter, all, cells, competences, items } = useLoaderData<typeof loader>();
	const t = useMessages(bankMessages);
	const s = useMessages(simulationMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/studio/${draftId}`}>{t.back}</a>
			</p>
			<PageHeader title={`${t.title}: ${title}`} lead={t.lead} />
			<section>
				<h2>{t.coverage}</h2>
				<Coverage cells={cells} />
				<p>
					<a href={`/studio/${draftId}/simulasi`}>{s.link}</a>
				</p>
			</section>
			<section>
				<h2>{t.items}</h2>
				<BankFilters filter={filter} competences={competences} />
				<BankItems draftId={draftId} items={items} all={all} />
			</section>
		</>
	);
}
