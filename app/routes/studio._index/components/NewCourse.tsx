import { studioMessages } from "#app/i18n/messages/studio.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

export function NewCourse({ typed, error }: { typed?: string; error?: string }) {
	const t = useMessages(studioMessages);
	return (
		<section>
			<h2>{t.newCourse}</h2>
			<ErrorSummary errors={{ title: error }} />
			<form method="post" action="/studio?index">
				<input type="hidden" name="intent" value="create" />
				<Field label={t.newTitle} name="title" defaultValue={typed} error={error} maxLength={150} required />
				<Button>{t.create}</Button>
			</form>
		</section>
	);
}
