import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import type { ShownRow } from "#app/people/roster/runView.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = { row: ShownRow; to: string; isOpen: boolean; isOwn: boolean };

/** Who a doubtful row may be about, what was decided, and what can be decided instead. */
export function Doubt({ row: { position, name, doubt }, to, isOpen, isOwn }: Props) {
	const t = useMessages(rosterScreenMessages);
	if (!doubt) return null;
	const { allowed, decision, personId } = doubt;
	const who = doubt.name || t.elsewhere;
	return (
		<>
			<p>
				{decision === "leave" ? `${t.maybe} ` : `${t[`decided.${decision}`]} `}
				{personId && isOwn ? <a href={`/orang/${personId}`}>{who}</a> : who}
			</p>
			{isOpen ? (
				<form method="post" action={to} className="actions">
					<input type="hidden" name="intent" value="decide" />
					<input type="hidden" name="position" value={position} />
					{allowed
						.filter((one) => one !== decision)
						.map((one) => (
							<Button key={one} kind="plain" name="decision" value={one}>
								{t[`decide.${one}`]}
								<span className="visually-hidden">: {name}</span>
							</Button>
						))}
				</form>
			) : null}
		</>
	);
}
