import type { LateAnswer } from "#app/assessment/supervisedView.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { supervisionMessages } from "#app/i18n/messages/supervision.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

/** Which answers came too late, and why; not what they say. */
export function LateAnswers({ late }: { late: LateAnswer[] }) {
	const t = useMessages(supervisionMessages);
	const { lang, timeZone } = useFrame();
	if (late.length === 0) return null;
	const moment = (at: number) => formatMoment(at, lang, timeZone);
	return (
		<section>
			<h2>{t.lateTitle}</h2>
			<p className="quiet">{t.lateNote}</p>
			<DataTable
				caption={t.lateTitle}
				rows={late.map((one, index) => ({ ...one, key: String(index) }))}
				rowKey={({ key }) => key}
				columns={[
					{ key: "item", label: t.item, rowHeader: true, cell: ({ position }) => position },
					{ key: "given", label: t.givenAt, cell: ({ givenAt }) => moment(givenAt) },
					{ key: "received", label: t.receivedAt, cell: ({ receivedAt }) => moment(receivedAt) },
					{ key: "reason", label: t.reasonLate, cell: ({ lateness }) => t[`late.${lateness}`] },
					{
						key: "decision",
						label: t.decision,
						cell: ({ counts }) => (counts === null ? t.undecided : counts ? t.counted : t.notCounted),
					},
				]}
			/>
		</section>
	);
}
