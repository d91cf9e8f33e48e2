import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { SimulationForm } from "#app/assessment/placement/SimulationForm.tsx";
import { SimulationResult } from "#app/assessment/placement/SimulationResult.tsx";
import { simulateBank } from "#app/assessment/placement/simulateBank.server.ts";
import { isTooSmall, simulatedBank } from "#app/assessment/placement/simulatedBank.ts";
import { parseSimulationForm, simulationAnswer } from "#app/assessment/placement/simulationForm.ts";
import { bankMessages } from "#app/i18n/messages/bank.ts";
import { simulationMessages } from "#app/i18n/messages/simulation.ts";
import { itemsOf } from "#app/studio/drafts.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { BankFacts } from "./components/BankFacts.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { draft } = await requireDraft(request, params.draft);
	const policy = placementPolicyAt(Date.now());
	const bank = simulatedBank(await itemsOf(draft.id), policy);
	const { pool, ...facts } = bank;
	const { minItems, minItemsPerDomain } = policy;
	return json({
		draftId: draft.id,
		title: draft.facts.title,
		facts: { ...facts, items: pool.length, minItemsPerDomain },
		minItems,
		isTooSmall: isTooSmall(bank, policy),
	});
}

/** Runs a simulation; nothing is stored, so its result is this answer. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, draft } = await requireDraft(request, params.draft);
	const people = parseSimulationForm(await request.formData());
	const policy = placementPolicyAt(Date.now());
	const bank = simulatedBank(await itemsOf(draft.id), policy);
	const report = people === null ? null : await simulateBank(bank, people, policy);
	const answer = simulationAnswer(people, report, viewer.lang);
	return json(answer, { status: answer.status });
}

export const meta: MetaFunction = () => [{ title: "Simulasi bank soal · Studio · Cakap" }];

export default function SimulationPage() {
	const { draftId, title, facts, minItems, isTooSmall } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(simulationMessages);
	const b = useMessages(bankMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/studio/${draftId}/soal`}>{b.title}</a>
			</p>
			<PageHeader title={`${t.title}: ${title}`} lead={t.lead} />
			{last?.report ? <SimulationResult report={last.report} /> : null}
			<BankFacts facts={facts} />
			{isTooSmall ? (
				<EmptyState>{t.tooSmall(String(facts.different), String(minItems))}</EmptyState>
			) : (
				<SimulationForm people={last?.people} errors={last?.errors} />
			)}
		</>
	);
}
