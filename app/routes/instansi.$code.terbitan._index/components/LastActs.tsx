import { formatMoment, formatNumber } from "#app/i18n/format.ts";
import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CertificateActKind, CertificateActState } from "#db/schema/certificateActs.ts";

type Act = {
	id: string;
	kind: CertificateActKind;
	state: CertificateActState;
	total: number;
	actorName: string;
	createdAt: number;
};

/** What was done about many at once, the latest first. */
export function LastActs({ code, acts }: { code: string; acts: Act[] }) {
	const t = useMessages(certificateActMessages);
	const { lang, timeZone } = useFrame();
	if (acts.length === 0) return null;
	return (
		<section>
			<h2>{t.lastActs}</h2>
			<DataTable
				caption={t.lastActs}
				rows={acts}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "what",
						label: t.what2,
						rowHeader: true,
						cell: ({ id, kind, state }) => (
							<>
								<a href={`/instansi/${code}/terbitan/${id}`}>{t[`act.${kind}`]}</a>, {t[`run.${state}`]}
							</>
						),
					},
					{
						key: "count",
						label: t.count,
						numeric: true,
						cell: ({ total }) => formatNumber(total, lang),
					},
					{ key: "who", label: t.who, cell: ({ actorName }) => actorName },
					{ key: "at", label: t.when, cell: ({ createdAt }) => formatMoment(createdAt, lang, timeZone) },
				]}
			/>
		</section>
	);
}
