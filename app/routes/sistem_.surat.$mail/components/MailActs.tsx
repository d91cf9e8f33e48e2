import { mailMessages } from "#app/i18n/messages/mail.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = { state: string; hasServer: boolean; isOpen: boolean };

/** What can be done with a mail of this state. */
export function MailActs({ state, hasServer, isOpen }: Props) {
	const t = useMessages(mailMessages);
	const canSend = state === "failed" || state === "uncertain" || (state === "kept" && hasServer);
	const canDiscard = canSend || state === "waiting" || state === "kept";
	return (
		<div className="stack">
			{state === "kept" && !isOpen ? (
				<form method="post">
					<p className="quiet">{t.showNote}</p>
					<Button name="intent" value="show">
						{t.show}
					</Button>
				</form>
			) : null}
			{canSend ? (
				<form method="post">
					{state === "uncertain" ? <p>{t.uncertainNote}</p> : null}
					<Button kind="plain" name="intent" value="send">
						{t.sendAgain}
					</Button>
				</form>
			) : null}
			{canDiscard ? (
				<form method="post">
					<p className="quiet">{t.discardNote}</p>
					<Button kind="danger" name="intent" value="discard">
						{t.discard}
					</Button>
				</form>
			) : null}
		</div>
	);
}
