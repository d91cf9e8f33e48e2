import type { ShownAttemptItem } from "#app/assessment/attemptView.server.ts";
import { placementMessages } from "#app/i18n/messages/placement.ts";
import { ExamItem } from "#app/routes/pelatihan.$slug.ujian._index/components/ExamItem.tsx";
import { useMessages } from "#app/ui/context.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { type Problem, ProblemNote } from "./ProblemNote.tsx";

type Props = { sittingId: string; item: ShownAttemptItem; maxItems: number; problem: Problem };

/** The one item that is next, in a form of its own. */
export function PlacementItem({ sittingId, item, maxItems, problem }: Props) {
	const t = useMessages(placementMessages);
	return (
		<div className="prose">
			<PageHeader title={t.title} lead={t.going} />
			<ProblemNote problem={problem} />
			<form method="post" action="/asesmen?index" autoComplete="off">
				<input type="hidden" name="sitting" value={sittingId} />
				<input type="hidden" name="position" value={item.position} />
				<ExamItem item={item} of={maxItems} />
				<div className="actions">
					<Button name="intent" value="answer">
						{t.answer}
					</Button>
					<Button kind="plain" name="intent" value="unknown">
						{t.dontKnow}
					</Button>
				</div>
				{item.position > 1 ? <p className="quiet">{t.kept}</p> : null}
			</form>
		</div>
	);
}
