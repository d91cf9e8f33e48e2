import { formatMoment, formatNumber } from "#app/i18n/format.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Version = { number: number; appliedAt: number; actorName: string; reason: string; answers: number };

/** What was confirmed before, the latest first. */
export function Versions({ versions }: { versions: Version[] }) {
	const t = useMessages(calibrationMessages);
	const { lang, timeZone } = useFrame();
	return (
		<section>
			<h2>{t.versions}</h2>
			{versions.length === 0 ? (
				<p>{t.noVersions}</p>
			) : (
				<DataTable
					caption={t.versions}
					rows={versions}
					rowKey={({ number }) => String(number)}
					columns={[
						{ key: "version", label: t.version, rowHeader: true, cell: ({ number }) => number },
						{
							key: "appliedAt",
							label: t.appliedAt,
							cell: ({ appliedAt }) => formatMoment(appliedAt, lang, timeZone),
						},
						{ key: "by", label: t.by, cell: ({ actorName }) => actorName },
						{ key: "reason", label: t.reason, cell: ({ reason }) => reason },
						{
							key: "answers",
							label: t.answers,
							numeric: true,
							cell: ({ answers }) => formatNumber(answers, lang),
						},
					]}
				/>
			)}
		</section>
	);
}
