import { formatDate } from "#app/i18n/format.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PersonPage } from "../personPage.server.ts";

export function Learning({ page: { courses, certificates } }: { page: PersonPage }) {
	const t = useMessages(peopleMessages);
	const l = useMessages(learningMessages);
	const { lang, timeZone } = useFrame();
	const stateOf = ({ isRevoked, isReplaced }: PersonPage["certificates"][number]) =>
		isReplaced ? t.replaced : isRevoked ? t.revoked : t.valid;
	const day = (at: number) => formatDate(at, lang, timeZone);
	return (
		<>
			<section>
				<h2>{t.courses}</h2>
				{courses.length === 0 ? (
					<p className="quiet">{t.noCourses}</p>
				) : (
					<DataTable
						caption={t.courses}
						rows={courses}
						rowKey={({ slug }) => slug}
						columns={[
							{ key: "title", label: t.course, rowHeader: true, cell: ({ title }) => title },
							{ key: "state", label: t.state, cell: ({ state }) => l[`state.${state}`] },
							{ key: "at", label: t.enrolledAt, cell: ({ enrolledAt }) => day(enrolledAt) },
						]}
					/>
				)}
			</section>
			<section>
				<h2>{t.certificates}</h2>
				{certificates.length === 0 ? (
					<p className="quiet">{t.noCertificates}</p>
				) : (
					<DataTable
						caption={t.certificates}
						rows={certificates}
						rowKey={({ id }) => id}
						columns={[
							{
								key: "title",
								label: t.course,
								rowHeader: true,
								cell: ({ id, title }) => <a href={`/sertifikat/${id}`}>{title}</a>,
							},
							{ key: "jp", label: t.jp, numeric: true, cell: ({ jp }) => jp },
							{ key: "at", label: t.issued, cell: ({ issuedAt }) => day(issuedAt) },
							{ key: "state", label: t.state, cell: stateOf },
						]}
					/>
				)}
			</section>
		</>
	);
}
