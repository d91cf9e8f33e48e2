import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = { personId: string; hasAddress: boolean; isInvited: boolean };

/** The three ways to let one person in, and taking it back. */
export function InviteOne({ personId, hasAddress, isInvited }: Props) {
	const t = useMessages(accountKeyMessages);
	return (
		<div className="stack">
			<p className="quiet">{t.oneNote}</p>
			{hasAddress ? (
				<form method="post">
					<Button name="intent" value="mail">
						{t.mailOne}
					</Button>
				</form>
			) : null}
			<form method="post" action="/orang/undangan/surat">
				<input type="hidden" name="person" value={personId} />
				<Button kind={hasAddress ? "plain" : "primary"}>{t.letterOne}</Button>
			</form>
			<form method="post">
				<p className="quiet">{t.voiceNote}</p>
				<Button kind="plain" name="intent" value="voice">
					{t.voiceOne}
				</Button>
			</form>
			{isInvited ? (
				<form method="post">
					<Button kind="danger" name="intent" value="revoke">
						{t.revoke}
					</Button>
				</form>
			) : null}
		</div>
	);
}
