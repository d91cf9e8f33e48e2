import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import type { ShownRow } from "#app/people/roster/runView.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";

/** Decides alike on all doubtful rows that are shown: not on those that nobody has looked at. */
export function AllDoubts({ rows, to }: { rows: ShownRow[]; to: string }) {
	const t = useMessages(rosterScreenMessages);
	return (
		<form method="post" action={to} className="actions">
			<input type="hidden" name="intent" value="decide-all" />
			<input type="hidden" name="positions" value={rows.map(({ position }) => position).join(",")} />
			<span>{t.decideAll(rows.length)}</span>
			{(["same", "other"] as const).map((one) => (
				<Button key={one} kind="plain" name="decision" value={one}>
					{t[`decide.${one}`]}
				</Button>
			))}
		</form>
	);
}
