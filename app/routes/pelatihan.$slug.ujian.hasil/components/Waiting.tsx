import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { markingMessages } from "#app/i18n/messages/marking.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge, PageHeader } from "#app/ui/Page.tsx";

/** While free text waits for its marks: that it does, and what is safe; no figure that could be taken for a result. */
export function Waiting({ slug }: { slug: string }) {
	const t = useMessages(assessmentMessages);
	const m = useMessages(markingMessages);
	return (
		<>
			<PageHeader title={t.result}>
				<p className="figure-line">
					<Badge tone="warm">{m.waiting}</Badge>
				</p>
			</PageHeader>
			<p>{m.waitingText}</p>
			<p className="actions">
				<a href={`/pelatihan/${slug}`}>{t.backToCourse}</a>
			</p>
		</>
	);
}
