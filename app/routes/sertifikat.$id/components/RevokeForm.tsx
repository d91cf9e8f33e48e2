import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** For admins of the agency that issued it; not on paper. */
export function RevokeForm({ error, typed }: { error?: string; typed?: string }) {
	const t = useMessages(certificationMessages);
	return (
		<section className="no-print prose">
			<h2>{t.revoke}</h2>
			<p>{t.revokeNote}</p>
			<ErrorSummary errors={error ? { reason: error } : null} />
			<form method="post">
				<TextArea label={t.reason} name="reason" rows={3} defaultValue={typed} error={error} required />
				<Button kind="danger">{t.revoke}</Button>
			</form>
		</section>
	);
}
