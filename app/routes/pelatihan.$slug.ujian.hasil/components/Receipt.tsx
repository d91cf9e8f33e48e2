import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { useMessages } from "#app/ui/context.tsx";

/** The receipt of the answers, with the mark by which its file is told apart. */
export function Receipt({ slug, receipt }: { slug: string; receipt: string }) {
	const t = useMessages(assessmentMessages);
	return (
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
	);
}
