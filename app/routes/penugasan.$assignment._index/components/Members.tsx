import { formatDay } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Select } from "#app/ui/fields.tsx";
import { Badge, Button, EmptyState } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { filterNames } from "../listState.ts";
import type { AssignmentView } from "../page.server.ts";

type Props = Pick<AssignmentView, "rows" | "filter" | "next" | "first" | "courses" | "isEnded">;

/** People of the assignment by how they stand, and why; boxes choose them for the form "members". */
export function Members({ rows, filter, next, first, courses, isEnded }: Props) {
	const t = useMessages(assignmentMessages);
	const lang = useLang();
	type Row = (typeof rows)[number];
	const box = {
		key: "box",
		label: <span className="visually-hidden">{t.select("")}</span>,
		cell: ({ personId, name }: Row) => (
			<input type="checkbox" name="people" value={personId} form="members" aria-label={t.select(name)} />
		),
	};
	return (
		<section>
			<h2>{t.members}</h2>
			<search>
				<form method="get" className="filters">
					<Select
						label={t.show}
						name="keadaan"
						choices={filterNames.map(({ filter: one, name }) => ({ value: name, label: t[`show.${one}`] }))}
						defaultValue={filterNames.find((one) => one.filter === filter)?.name}
					/>
					<Button kind="plain">{t.show}</Button>
				</form>
			</search>
			{rows.length === 0 ? (
				<EmptyState>{t.noneShown}</EmptyState>
			) : (
				<DataTable
					caption={t[`show.${filter}`]}
					rows={rows}
					rowKey={({ personId }) => personId}
					columns={[
						...(isEnded ? [] : [box]),
						{
							key: "name",
							label: t.person,
							rowHeader: true,
							cell: ({ personId, name }) => <a href={`/orang/${personId}`}>{name}</a>,
						},
						{ key: "unit", label: t.unitColumn, cell: ({ unitName }) => unitName ?? "–" },
						{ key: "due", label: t.deadline, cell: ({ dueDay }) => formatDay(dueDay, lang) },
						{
							key: "progress",
							label: t.why,
							cell: ({ progress, passed, isLate, isExempt, isAway, exemptReason }) => (
								<>
									{t[`progress.${progress}`]} {isLate ? <Badge tone="warm">{t.late}</Badge> : null}
									{isExempt ? <Badge>{t.exempt}</Badge> : null} {isAway ? <Badge>{t.away}</Badge> : null}
									{courses.length > 1 ? (
										<span className="quiet"> {t.passedOf(String(passed), String(courses.length))}</span>
									) : null}
									{isExempt ? <span className="quiet"> {exemptReason}</span> : null}
								</>
							),
						},
					]}
				/>
			)}
			<nav className="pager" aria-label={t.members}>
				{first ? <a href={first}>{t.first}</a> : null}
				{next ? (
					<a rel="next" href={next}>
						{t.next}
					</a>
				) : null}
			</nav>
		</section>
	);
}
