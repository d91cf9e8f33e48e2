import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { shownAttempt } from "#app/assessment/attemptView.server.ts";
import { receiptMark, receiptOf } from "#app/assessment/receipt.server.ts";
import { resultOf } from "#app/assessment/resultView.server.ts";
import { competenceName } from "#app/catalog/framework.server.ts";
import { certificateOfEnrolment } from "#app/certification/find.server.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { findEnrolment } from "#app/learning/findEnrolment.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge, ButtonLink, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { WhatWasWrong } from "./components/WhatWasWrong.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { personId } = await requireViewer(request);
	const slug = params.slug ?? "";
	const enrolment = await findEnrolment(personId, slug);
	const last = enrolment && (await shownAttempt(enrolment.id));
	if (!enrolment || !last) throw redirect(`/pelatihan/${slug}/ujian`);
	const { byCompetence, ...result } = await resultOf(last);
	const certificate = await certificateOfEnrolment(enrolment.id);
	const named = byCompetence.map(({ code, score }) => ({ code, score, name: competenceName(code) }));
	const receipt = receiptMark(await receiptOf(last));
	return json({ slug, receipt, ...result, byCompetence: named, certificateId: certificate?.id ?? null });
}

export const meta: MetaFunction = () => [{ title: "Hasil ujian · Cakap" }];

export default function ResultPage() {
	const { slug, receipt, score, passed, passMark, byCompetence, wrong, certificateId } =
		useLoaderData<typeof loader>();
	const t = useMessages(assessmentMessages);
	return (
		<div className="prose">
			<PageHeader title={t.result}>
				<p className="figure-line">
					{t.score(String(score))} <Badge tone={passed ? "good" : "warm"}>{passed ? t.pass : t.notYet}</Badge>
				</p>
				<p className="quiet">{t.needed(String(passMark))}</p>
			</PageHeader>
			<p className="actions">
				{certificateId ? (
					<ButtonLink to={`/sertifikat/${certificateId}`}>{t.seeCertificate}</ButtonLink>
				) : null}
				{passed ? null : <ButtonLink to={`/pelatihan/${slug}/ujian`}>{t.tryAgain}</ButtonLink>}
				<a href={`/pelatihan/${slug}`}>{t.backToCourse}</a>
			</p>
			<DataTable
				caption={t.byCompetence}
				rows={byCompetence}
				rowKey={({ code }) => code}
				columns={[
					{ key: "name", label: t.competence, rowHeader: true, cell: ({ code, name }) => `${code} ${name}` },
					{ key: "score", label: t.value, numeric: true, cell: (row) => row.score },
				]}
			/>
			<WhatWasWrong wrong={wrong} />
			<section>
				<h2>{t.receipt}</h2>
				<p>{t.receiptText}</p>
				<p>
					<a href={`/pelatihan/${slug}/ujian/tanda-terima`}>{t.receiptDownload}</a>{" "}
					<span className="quiet">
						{t.receiptMark} <code>{receipt}</code>
					</span>
				</p>
			</section>
		</div>
	);
}
