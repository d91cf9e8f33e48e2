import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";

/** The way to the account. */
export function AccountActs({ personId }: { personId: string }) {
	const t = useMessages(peopleMessages);
	const a = useMessages(accountKeyMessages);
	return (
		<section>
			<h2>{t.account}</h2>
			<p>
				<a href={`/orang/${personId}/akun`}>{a.accountLink}</a>
			</p>
		</section>
	);
}
