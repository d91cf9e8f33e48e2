import type { ShownAttemptItem } from "#app/assessment/attemptView.server.ts";
import { itemRepairMessages } from "#app/i18n/messages/itemRepairs.ts";
import { ExamItem } from "#app/routes/pelatihan.$slug.ujian._index/components/ExamItem.tsx";
import { useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = {
	itemId: string;
	shown: ShownAttemptItem;
	/** The key in words, a line each; none of a free text. */
	keyText: string[];
	wrong: readonly ("kind" | "reason")[];
	refused: "no-key" | "same-key" | "under-repair" | null;
	typed?: { kind: string; reason: string };
};

const kinds = ["neutral", "rekey", "accept-also"] as const;

/** What to do about an item: the item itself is the form in which its right answer is given. */
export function RepairFields({ itemId, shown, keyText, wrong, refused, typed }: Props) {
	const t = useMessages(itemRepairMessages);
	const errors = {
		kind: wrong.includes("kind") ? t.kindNeeded : undefined,
		reason: wrong.includes("reason") ? t.reasonNeeded : undefined,
		"": refused ? t[`refused.${refused}`] : undefined,
	};
	const choices = kinds.map((kind) => ({
		value: kind,
		label: (
			<>
				<strong>{t[`kind.${kind}`]}</strong>. {t[`about.${kind}`]}
			</>
		),
	}));
	return (
		<form method="post" action={`/perbaikan-soal/baru?soal=${itemId}`} className="prose" autoComplete="off">
			<ErrorSummary errors={errors} />
			<ChoiceGroup
				legend={t.whatToDo}
				name="kind"
				type="radio"
				choices={choices}
				chosen={typed ? [typed.kind] : []}
				error={errors.kind}
			/>
			<section>
				<h2>{t.rightAnswer}</h2>
				<p className="hint">{t.rightAnswerHint}</p>
				{keyText.length === 0 ? null : (
					<p>
						{t.keyNow}: {keyText.join("; ")}
					</p>
				)}
				<ExamItem item={shown} of={1} />
			</section>
			<TextArea
				label={t.reason}
				name="reason"
				rows={3}
				hint={t.reasonHint}
				defaultValue={typed?.reason}
				error={errors.reason}
			/>
			<p className="actions">
				<Button>{t.count}</Button>
				<a href={`/perbaikan-soal`}>{t.title}</a>
			</p>
		</form>
	);
}
