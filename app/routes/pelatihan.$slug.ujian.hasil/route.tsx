import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { shownAttempt } from "#app/assessment/attemptView.server.ts";
import { receiptMark, receiptOf } from "#app/assessment/receipt.server.ts";
import { resultOf } from "#app/assessment/resultView.server.ts";
import { competenceName } from "#app/catalog/framework.server.ts";
import { certificateOfEnrolment } from "#app/certification/find.server.ts";
import { findEnrolment } from "#app/learning/findEnrolment.server.ts";
import { Reached } from "./components/Reached.tsx";
import { Receipt } from "./components/Receipt.tsx";
import { Waiting } from "./components/Waiting.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requireViewer(request);
	const slug = params.slug ?? "";
	const enrolment = await findEnrolment(personId, slug);
	const last = enrolment && (await shownAttempt(enrolment));
	if (!enrolment || !last) throw redirect(`/pelatihan/${slug}/ujian`);
	const { byCompetence, ...result } = await resultOf(last);
	const certificate = await certificateOfEnrolment(enrolment.id);
	const named = byCompetence.map(({ code, score }) => ({ code, score, name: competenceName(code) }));
	const receipt = receiptMark(await receiptOf(last));
	return json({ slug, receipt, ...result, byCompetence: named, certificateId: certificate?.id ?? null });
}

export const meta: MetaFunction = () => [{ title: "Hasil ujian · Cakap" }];

export default function ResultPage() {
	const result = useLoaderData<typeof loader>();
	const { slug, receipt, score } = result;
	return (
		<div className="prose">
			{score === null ? <Waiting slug={slug} /> : <Reached result={{ ...result, score }} />}
			<Receipt slug={slug} receipt={receipt} />
		</div>
	);
}
