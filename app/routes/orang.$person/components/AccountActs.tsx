import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Checkbox } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** A provisional password, and the end of the post. */
export function AccountActs({ error }: { error?: string }) {
	const t = useMessages(peopleMessages);
	return (
		<section>
			<h2>{t.account}</h2>
			<form method="post">
				<input type="hidden" name="intent" value="reset" />
				<p className="quiet">{t.resetNote}</p>
				<Button kind="plain">{t.reset}</Button>
			</form>
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
