import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/access/viewer.server.ts";
import { shownAttempt } from "#app/assessment/attemptView.server.ts";
import { receiptOf } from "#app/assessment/receipt.server.ts";
import { findEnrolment } from "#app/learning/findEnrolment.server.ts";

/** The receipt of the attempt whose result is shown, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requireViewer(request);
	const slug = params.slug ?? "";
	const enrolment = await findEnrolment(personId, slug);
	const attempt = enrolment && (await shownAttempt(enrolment));
	if (!attempt) throw redirect(`/pelatihan/${slug}/ujian`);
	return new Response(await receiptOf(attempt), {
		headers: {
			"Content-Type": "application/x-ndjson; charset=utf-8",
			"Content-Disposition": `attachment; filename="tanda-terima-${slug}-${attempt.number}.jsonl"`,
			"Cache-Control": "no-store",
		},
	});
}
