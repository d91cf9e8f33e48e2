import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/access/viewer.server.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { parameterVersions, waitingProposal } from "#app/assessment/placement/proposals.server.ts";
import { SimulationResult } from "#app/assessment/placement/SimulationResult.tsx";
import { badRequest } from "#app/http/responses.server.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { apply, compute, simulate } from "./act.server.ts";
import { NationalSimulation } from "./components/NationalSimulation.tsx";
import { ProposalSection } from "./components/ProposalSection.tsx";
import { Versions } from "./components/Versions.tsx";
import { intents } from "./form.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	await requirePermission(request, "system.read");
	const [proposal, versions] = await Promise.all([waitingProposal(), parameterVersions()]);
	const { minAnswers } = placementPolicyAt(Date.now()).recalibration;
	return json({ proposal, versions, minAnswers });
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "placement.calibrate");
	const form = await request.formData();
	const intent = intents.safeParse(form.get("intent"));
	if (!intent.success) throw badRequest();
	const now = Date.now();
	if (intent.data === "compute") return compute(viewer, now);
	return intent.data === "apply" ? apply(viewer, form, now) : simulate(viewer, form, now);
}

export const meta: MetaFunction = () => [{ title: "Kesukaran soal asesmen · Sistem · Cakap" }];

export default function CalibrationPage() {
	const { proposal, versions, minAnswers } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(calibrationMessages);
	const refused = last?.kind === "refused" ? last : undefined;
	const simulated = last?.kind === "simulated" ? last : undefined;
	const inForce = versions[0]?.number;
	return (
		<>
			<p className="crumbs">
				<a href="/sistem">{t.back}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			<p>{inForce === undefined ? t.authors : t.inForce(String(inForce))}</p>
			{simulated?.answer.report ? <SimulationResult report={simulated.answer.report} /> : null}
			<ProposalSection
				proposal={proposal}
				minAnswers={minAnswers}
				errors={refused?.errors}
				reason={refused?.typed.reason}
			/>
			<form method="post" className="actions">
				<Button kind="plain" name="intent" value="compute">
					{t.compute}
				</Button>
			</form>
			<Versions versions={versions} />
			<NationalSimulation
				people={simulated?.answer.people}
				errors={simulated?.answer.errors}
				isProposed={simulated?.isProposed}
				hasProposal={proposal !== null && proposal.changes.length > 0}
			/>
		</>
	);
}
