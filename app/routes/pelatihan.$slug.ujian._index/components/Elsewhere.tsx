import type { OpenAttempt } from "#app/assessment/examPage.server.ts";
import { formatTime } from "#app/i18n/format.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";

/** Says that the attempt is open in another tab or browser; the island fills it in, without a script it is fixed. */
export function Elsewhere({ devices }: { devices: OpenAttempt["devices"] }) {
	const t = useMessages(assessmentMessages);
	const { lang, timeZone } = useFrame();
	return (
		<>
			<p id="exam-elsewhere" className="notice" role="status" hidden>
				<span /> <button type="button">{t.goOnHere}</button>
			</p>
			{devices.length > 0 ? (
				<noscript>
					{devices.map(({ name, lastSeenAt }) => (
						<p key={name + lastSeenAt} className="notice">
							{t.otherDevice(name, formatTime(lastSeenAt, lang, timeZone))}
						</p>
					))}
				</noscript>
			) : null}
		</>
	);
}
