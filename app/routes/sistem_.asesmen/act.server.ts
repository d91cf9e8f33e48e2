import { json } from "@remix-run/node";
import type { Viewer } from "#app/access/viewer.server.ts";
import { placementBank } from "#app/assessment/placement/bank.server.ts";
import { placementPolicyAt } from "#app/assessment/placement/policy.server.ts";
import { applyProposal, waitingProposal } from "#app/assessment/placement/proposals.server.ts";
import { simulateBank } from "#app/assessment/placement/simulateBank.server.ts";
import { simulatedNationalBank } from "#app/assessment/placement/simulatedBank.ts";
import { parseSimulationForm, simulationAnswer } from "#app/assessment/placement/simulationForm.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { applyForm } from "./form.ts";

const HERE = "/sistem/asesmen";

/** Asks the worker for a proposal; while one is waiting to be computed this adds nothing. */
export async function compute(viewer: Viewer, now: number) {
	const job = { name: "placement.recalibration", uniqueKey: "placement.recalibration", runAt: now };
	await transaction((tx) => enqueue(tx, job));
	return redirectWithToast(HERE, { kind: "good", text: calibrationMessages[viewer.lang].computing });
}

/** Makes the proposal that was seen the next version. */
export async function apply(viewer: Viewer, form: FormData, now: number) {
	const t = calibrationMessages[viewer.lang];
	const parsed = applyForm.safeParse(Object.fromEntries(form));
	if (!parsed.success) {
		const typed = { reason: form.get("reason")?.toString() ?? "" };
		const errors = { reason: t.reasonNeeded };
		return json({ kind: "refused" as const, errors, typed }, { status: 400 });
	}
	const { proposal: proposalId, reason } = parsed.data;
	const actor = { id: viewer.personId, name: viewer.name };
	const number = await transaction((tx) => applyProposal(tx, { proposalId, actor, reason, now }));
	return number === null
		? redirectWithToast(HERE, { kind: "bad", text: t.gone })
		: redirectWithToast(HERE, { kind: "good", text: t.applied(String(number)) });
}

/** Lets simulated people sit placement with the national bank, at the parameters in force or as proposed. */
export async function simulate(viewer: Viewer, form: FormData, now: number) {
	const people = parseSimulationForm(form);
	const policy = placementPolicyAt(now);
	const bank = await placementBank(policy);
	const isProposed = form.get("with") === "proposal";
	const changes = isProposed ? ((await waitingProposal())?.changes ?? []) : [];
	const simulated = simulatedNationalBank(bank.items, changes, policy);
	const report = people === null ? null : await simulateBank(simulated, people, policy);
	const answer = simulationAnswer(people, report, viewer.lang);
	return json({ kind: "simulated" as const, answer, isProposed }, { status: answer.status });
}
