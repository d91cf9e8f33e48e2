import type { PlacementPage } from "#app/assessment/placement/view.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { placementMessages } from "#app/i18n/messages/placement.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Button, ButtonLink, PageHeader } from "#app/ui/Page.tsx";
import { type Problem, ProblemNote } from "./ProblemNote.tsx";

/** What awaits the person, and whether it may begin. */
export function PlacementIntro({ page, problem }: { page: PlacementPage; problem: Problem }) {
	const t = useMessages(placementMessages);
	const { lang, timeZone } = useFrame();
	const { entry, maxItems, openDays, hasResult } = page;
	return (
		<div className="prose">
			<PageHeader title={t.title} lead={t.lead} />
			<ProblemNote problem={problem} />
			<p>{t.facts(String(maxItems))}</p>
			<p>{t.noClock(String(openDays))}</p>
			<p>{t.noEffect}</p>
			{entry.kind === "wait" ? (
				<p>{t.wait(formatMoment(entry.until, lang, timeZone))}</p>
			) : (
				<form method="post" action="/asesmen?index" className="actions">
					<Button name="intent" value="begin">
						{t.begin}
					</Button>
				</form>
			)}
			{hasResult ? (
				<p>
					<ButtonLink to="/asesmen/hasil" kind={entry.kind === "wait" ? "primary" : "plain"}>
						{t.seeResult}
					</ButtonLink>
				</p>
			) : null}
		</div>
	);
}
