import type { WrongItem } from "#app/assessment/resultView.server.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ItemPictures } from "#app/ui/ItemPictures.tsx";

/**
 * The items that were not right, with what was answered and what is said to it; null: the course does not show it.
 * Free texts are not among them: their marks stand on their own.
 */
export function WhatWasWrong({ wrong, isAllRight }: { wrong: WrongItem[] | null; isAllRight: boolean }) {
	const t = useMessages(assessmentMessages);
	if (wrong === null) return <p className="quiet">{t.competenceOnly}</p>;
	if (wrong.length === 0) return isAllRight ? <p>{t.allRight}</p> : null;
	return (
		<section>
			<h2>{t.feedbackTitle}</h2>
			<ol className="plain-list">
				{wrong.map(({ position, stem, pictures, answered, feedback, isRepaired }) => (
					<li key={position}>
						<p>
							<strong>{stem}</strong>
						</p>
						<ItemPictures pictures={pictures} />
						<p className="quiet">
							{t.yourAnswer}: {answered.length > 0 ? answered.join("; ") : t.noAnswer}
						</p>
						{isRepaired ? <p>{t.keyRepaired}</p> : null}
						{feedback.map((text) => (
							<p key={text}>{text}</p>
						))}
					</li>
				))}
			</ol>
		</section>
	);
}
