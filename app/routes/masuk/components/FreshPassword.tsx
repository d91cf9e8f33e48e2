import { accountMessages } from "#app/i18n/messages/account.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";

/** Asked of who signs in with a password that somebody else gave. */
export function FreshPassword() {
	const t = useMessages(accountMessages);
	return (
		<Field
			label={t.fresh}
			name="fresh"
			type="password"
			hint={t.freshHint}
			autoComplete="new-password"
			required
		/>
	);
}
