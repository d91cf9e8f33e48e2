import type { EssayResult } from "#app/assessment/essayResults.server.ts";
import type { WrongItem } from "#app/assessment/resultView.server.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge, ButtonLink, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { EssayMarks } from "./EssayMarks.tsx";
import { WhatWasWrong } from "./WhatWasWrong.tsx";

type Props = {
	result: {
		slug: string;
		score: number;
		passed: boolean;
		passMark: number;
		byCompetence: { code: string; name: string; score: number }[];
		wrong: WrongItem[] | null;
		neutral: number[];
		essays: EssayResult[];
		certificateId: string | null;
	};
};

/** Score and pass, by competence, what was wrong, and what reviewers said. */
export function Reached({ result }: Props) {
	const { slug, score, passed, passMark, byCompetence, wrong, neutral, essays, certificateId } = result;
	const t = useMessages(assessmentMessages);
	return (
		<>
			<PageHeader title={t.result}>
				<p className="figure-line">
					{t.score(String(score))} <Badge tone={passed ? "good" : "warm"}>{passed ? t.pass : t.notYet}</Badge>
				</p>
				<p className="quiet">{t.needed(String(passMark))}</p>
				{passed && score < passMark ? <p>{t.staysPassed}</p> : null}
				{neutral.length > 0 ? <p>{t.neutral(neutral.join(", "))}</p> : null}
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
			<EssayMarks essays={essays} />
			<WhatWasWrong wrong={wrong} isAllRight={score === 100} />
		</>
	);
}
