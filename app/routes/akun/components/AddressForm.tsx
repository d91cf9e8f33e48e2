import { addressMessages } from "#app/i18n/messages/address.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, type FieldErrors } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = { email: string | null; errors?: FieldErrors; typed?: string };

/** The own address, and the way to another one. */
export function AddressForm({ email, errors, typed }: Props) {
	const t = useMessages(addressMessages);
	return (
		<section>
			<h2>{t.title}</h2>
			{email === null ? (
				<p className="quiet">{t.none}</p>
			) : (
				<dl className="facts">
					<dt>{t.now}</dt>
					<dd>{email}</dd>
				</dl>
			)}
			<form method="post">
				<input type="hidden" name="intent" value="address" />
				<Field
					label={t.fresh}
					name="address"
					type="email"
					hint={t.freshHint}
					defaultValue={typed}
					error={errors?.address}
					autoComplete="email"
					required
				/>
				<Field
					label={t.current}
					name="password"
					type="password"
					error={errors?.password}
					autoComplete="current-password"
					required
				/>
				<Button kind="plain">{t.send}</Button>
			</form>
		</section>
	);
}
