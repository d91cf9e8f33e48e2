import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CertificatePrint } from "#db/schema/certification.ts";

/** The second sheet: the subjects with their hours, and what was reached. */
export function CompetenceLeaf({ print }: { print: CertificatePrint }) {
	const t = useMessages(certificationMessages);
	const subjects = [
		...print.subjects.map((row, index) => ({ ...row, number: String(index + 1) })),
		{ subject: t.total, jp: print.jp, number: "" },
	];
	return (
		<article className="leaf">
			<DataTable
				caption={t.subjects}
				rows={subjects}
				rowKey={(row) => row.number}
				columns={[
					{ key: "no", label: t.subjectNumber, cell: (row) => row.number },
					{ key: "subject", label: t.subject, rowHeader: true, cell: (row) => row.subject },
					{ key: "jp", label: t.jp, numeric: true, cell: (row) => row.jp },
				]}
			/>
			<DataTable
				caption={t.competences}
				rows={print.competences}
				rowKey={(row) => `${row.code}-${row.level}`}
				columns={[
					{ key: "name", label: t.competence, rowHeader: true, cell: (row) => `${row.code} ${row.name}` },
					{ key: "level", label: t.level, numeric: true, cell: (row) => row.level },
					{ key: "score", label: t.score, numeric: true, cell: (row) => row.score },
				]}
			/>
		</article>
	);
}
