import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { getViewer } from "#app/access/viewer.server.ts";
import { answersFromForm } from "#app/assessment/answersFromForm.server.ts";
import { saveAnswers } from "#app/assessment/saveAnswers.server.ts";
import { transaction } from "#db/transaction.server.ts";

/** For people there is nothing here: the exam's script sends single answers to it. */
export const loader = ({ params }: { params: { slug?: string } }) =>
	redirect(`/pelatihan/${params.slug}/ujian`);

/** Keeps the answers in the form; says in JSON what became of them. 401 when the session has ended: try again later. */
export async function action({ request }: ActionFunctionArgs) {
	const viewer = await getViewer(request);
	if (!viewer) return Response.json({ status: "signed-out" }, { status: 401 });
	const { personId } = viewer;
	const form = await request.formData();
	const attemptId = form.get("attempt")?.toString() ?? "";
	const answers = await answersFromForm(attemptId, form);
	const now = Date.now();
	const outcome = await transaction((tx) => saveAnswers(tx, { attemptId, personId, answers, now }));
	return Response.json(outcome, { status: outcome.status === "saved" ? 200 : 409 });
}
