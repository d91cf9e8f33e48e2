import { accountMessages } from "#app/i18n/messages/account.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, type FieldErrors } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

export function PasswordForm({ errors }: { errors?: FieldErrors }) {
	const t = useMessages(accountMessages);
	return (
		<section>
			<h2>{t.password}</h2>
			<form method="post">
				<input type="hidden" name="intent" value="password" />
				<Field
					label={t.current}
					name="current"
					type="password"
					autoComplete="current-password"
					error={errors?.current}
					required
				/>
				<Field
					label={t.fresh}
					name="fresh"
					type="password"
					autoComplete="new-password"
					hint={t.freshHint}
					error={errors?.fresh}
					required
				/>
				<Button>{t.changePassword}</Button>
			</form>
		</section>
	);
}
