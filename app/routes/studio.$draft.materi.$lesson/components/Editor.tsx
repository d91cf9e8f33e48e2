import { studioMessages } from "#app/i18n/messages/studio.ts";
import type { TypedLesson } from "#app/studio/lessonForm.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, TextArea } from "#app/ui/fields.tsx";
import { Island } from "#app/ui/Island.tsx";
import { Button } from "#app/ui/Page.tsx";
import island from "../editor.island.ts?worker&url";
import { snippets } from "../snippets.ts";

type Lesson = {
	draftId: string;
	slug: string;
	title: string;
	minutes: number;
	objective: string;
	source: string;
	revision: number;
	isOpen: boolean;
};

type Props = { lesson: Lesson; typed?: TypedLesson; isConflict?: boolean };

/** The lesson's text with buttons that insert blocks; saved as it is typed where scripts run, by its button elsewhere. */
export function Editor({ lesson, typed, isConflict }: Props) {
	const t = useMessages(studioMessages);
	const { draftId, slug, isOpen } = lesson;
	return (
		<form
			method="post"
			id="editor"
			data-save={isOpen ? `/studio/${draftId}/materi/${slug}/simpan` : undefined}
			data-key={`cakap-studio-${draftId}-${slug}`}
			data-saved-at={t.savedAt}
			data-offline={t.offline}
			data-recovered={t.recovered}
			data-conflict={t.conflictHere}
			data-signed-out={t.signedOut}
		>
			<input type="hidden" name="revision" value={lesson.revision} />
			<Field
				label={t.lessonTitle}
				name="title"
				defaultValue={typed?.title ?? lesson.title}
				maxLength={150}
				required
				readOnly={!isOpen}
			/>
			<Field
				label={t.objective}
				name="objective"
				defaultValue={typed?.objective ?? lesson.objective}
				maxLength={600}
				readOnly={!isOpen}
			/>
			<Field
				label={t.minutes}
				name="minutes"
				type="number"
				min={1}
				max={600}
				defaultValue={typed?.minutes ?? lesson.minutes}
				required
				readOnly={!isOpen}
			/>
			<TextArea
				label={t.source}
				name="source"
				hint={t.sourceHint}
				defaultValue={typed?.source ?? lesson.source}
				rows={26}
				readOnly={!isOpen}
				spellCheck
			/>
			{isOpen ? (
				<>
					<fieldset id="insert" className="insert" hidden>
						<legend>{t.insert}</legend>
						{snippets.map(({ name, text }) => (
							<button key={name} type="button" className="button plain small" data-text={text}>
								{t[`i_${name}`]}
							</button>
						))}
					</fieldset>
					<p id="editor-state" role="status" className="quiet" />
					<Button>{t.saveAndPreview}</Button>
				</>
			) : null}
			{isConflict ? (
				<TextArea label={t.theirs} name="stored" defaultValue={lesson.source} rows={12} readOnly />
			) : null}
			<Island src={island} />
		</form>
	);
}
