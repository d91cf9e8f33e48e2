import { placementMessages } from "#app/i18n/messages/placement.ts";
import { useMessages } from "#app/ui/context.tsx";

export type Problem = "nothing" | "notDrawn" | "wrongShape" | "emptyBank" | null;

/** What went wrong with the form that was sent, and what to do now. */
export function ProblemNote({ problem }: { problem: Problem }) {
	const t = useMessages(placementMessages);
	return problem ? (
		<p role="alert" id="problem" className="error">
			{t[problem]}
		</p>
	) : null;
}
