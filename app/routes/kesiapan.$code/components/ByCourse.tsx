import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import type { CourseLine } from "#app/readiness/agencyReadiness.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { useMeasureColumns } from "../../kesiapan._index/components/Values.tsx";

/** The courses that the agency's people take. How many people work there is no matter of a course. */
export function ByCourse({ lines }: { lines: readonly CourseLine[] }) {
	const t = useMessages(readinessMessages);
	const measured = useMeasureColumns<CourseLine>((line) => line.cells).filter(({ key }) => key !== "people");
	const name = { key: "name", label: t.course, rowHeader: true, cell: (line: CourseLine) => line.title };
	return (
		<section aria-labelledby="pelatihan">
			<h2 id="pelatihan">{t.byCourse}</h2>
			{lines.length === 0 ? (
				<p className="quiet">{t.noCourses}</p>
			) : (
				<DataTable
					caption={t.courseTable}
					columns={[name, ...measured]}
					rows={lines}
					rowKey={(line) => line.id}
				/>
			)}
		</section>
	);
}
