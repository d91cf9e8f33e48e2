import { formatNumber } from "#app/i18n/format.ts";
import { reminderMessages } from "#app/i18n/messages/reminders.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, type FieldErrors, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = { late: number; messageId: string; errors?: FieldErrors; typed?: string };

/** One message to exactly those who are late. */
export function MessageForm({ late, messageId, errors, typed }: Props) {
	const t = useMessages(reminderMessages);
	const lang = useLang();
	const n = formatNumber(late, lang);
	return (
		<section>
			<h2>{t.messageTitle}</h2>
			<form method="post">
				<ErrorSummary errors={errors} />
				<input type="hidden" name="messageId" value={messageId} />
				<TextArea
					label={t.messageText}
					name="message"
					hint={t.messageHint(n)}
					required
					minLength={10}
					maxLength={2000}
					defaultValue={typed}
					error={errors?.message}
				/>
				<Button name="intent" value="message">
					{t.messageSend(n)}
				</Button>
			</form>
		</section>
	);
}
