import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Checkbox } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** The way to the account, and the end of the post. */
export function AccountActs({ personId, error }: { personId: string; error?: string }) {
	const t = useMessages(peopleMessages);
	const a = useMessages(accountKeyMessages);
	return (
		<section>
			<h2>{t.account}</h2>
			<p>
				<a href={`/orang/${personId}/akun`}>{a.accountLink}</a>
			</p>
			<h3>{t.leave}</h3>
			<form method="post">
				<input type="hidden" name="intent" value="leave" />
				<p className="quiet">{t.leaveNote}</p>
				<Checkbox
					name="sure"
					value="ya"
					id="f-sure"
					label={t.leaveConfirm}
					aria-invalid={error ? true : undefined}
				/>
				<Button kind="danger">{t.leave}</Button>
			</form>
		</section>
	);
}
