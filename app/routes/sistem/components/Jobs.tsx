import { formatMoment } from "#app/i18n/format.ts";
import { systemMessages } from "#app/i18n/messages/system.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Job = {
	id: string;
	name: string;
	state: string;
	runAt: number;
	attempts: number;
	lastError: string | null;
};

export function Jobs({ jobs }: { jobs: Job[] }) {
	const t = useMessages(systemMessages);
	const { lang, timeZone } = useFrame();
	return (
		<DataTable
			caption={t.jobs}
			rows={jobs}
			rowKey={({ id }) => id}
			columns={[
				{ key: "name", label: t.job, rowHeader: true, cell: ({ name }) => name },
				{ key: "state", label: t.state, cell: ({ state }) => state },
				{ key: "runAt", label: t.runAt, cell: ({ runAt }) => formatMoment(runAt, lang, timeZone) },
				{ key: "attempts", label: t.attempts, numeric: true, cell: ({ attempts }) => attempts },
				{ key: "error", label: t.error, cell: ({ lastError }) => lastError ?? "–" },
			]}
		/>
	);
}
