import type { InviteeCounts } from "#app/access/invitees.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Checkbox } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** Mails to those who have an address, letters for the others. */
export function InviteActs({ counts, unit }: { counts: InviteeCounts; unit: string }) {
	const t = useMessages(accountKeyMessages);
	const lang = useLang();
	const { mail, letter: letters, letterInvited } = counts;
	return (
		<div className="stack">
			{mail > 0 ? (
				<form method="post">
					<input type="hidden" name="unit" value={unit} />
					<Button>{t.sendMails(formatNumber(mail, lang))}</Button>
				</form>
			) : null}
			{letters + letterInvited > 0 ? (
				<form method="post" action="/orang/undangan/surat">
					<input type="hidden" name="unit" value={unit} />
					{letterInvited > 0 ? <Checkbox name="again" value="ya" label={t.again} /> : null}
					<p className="quiet">{t.lettersNote}</p>
					<Button kind={mail > 0 ? "plain" : "primary"}>
						{letters > 0 ? t.printLetters(formatNumber(letters, lang)) : t.printAgain}
					</Button>
				</form>
			) : null}
		</div>
	);
}
