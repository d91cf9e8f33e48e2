import { formatNumber } from "#app/i18n/format.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import type { ChangeLine } from "#app/records/reorganisation/lines.server.ts";
import type { Affected } from "#app/records/reorganisation/view.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Shown = Pick<Affected, "lines" | "people" | "heads" | "agency">;

/** Who and what the act changes: figures first, then unit by unit. */
export function AffectedList({ affected, isPlanned }: { affected: Shown; isPlanned: boolean }) {
	const t = useMessages(agencyMessages);
	const lang = useLang();
	const { lines, people, heads, agency } = affected;
	const facts = [
		[t.affectedUnits, lines.length],
		[t.affectedPeople, people],
		...(isPlanned ? ([[t.affectedHeads, heads]] as const) : []),
		...(agency
			? ([
					[t.affectedRoles, agency.roles],
					[t.affectedCourses, agency.courses],
					[t.affectedDrafts, agency.drafts],
				] as const)
			: []),
	] as const;
	return (
		<section>
			<h2>{t.affected}</h2>
			<dl className="facts">
				{facts.flatMap(([label, n]) => [
					<dt key={label}>{label}</dt>,
					<dd key={`${label} n`}>{formatNumber(n, lang)}</dd>,
				])}
			</dl>
			<p className="quiet">{t.pastNote}</p>
			{lines.length > 0 ? <Lines lines={lines} /> : null}
		</section>
	);
}

function Lines({ lines }: { lines: readonly ChangeLine[] }) {
	const t = useMessages(agencyMessages);
	const lang = useLang();
	return (
		<DataTable
			caption={t.changes}
			rows={lines}
			rowKey={({ id }) => id}
			columns={[
				{ key: "unit", label: t.unit, rowHeader: true, cell: ({ name }) => name },
				{ key: "what", label: t.becomes, cell: (line) => becomes(line, t) },
				{
					key: "people",
					label: t.peopleGo,
					numeric: true,
					cell: ({ people }) => (people === null ? "–" : formatNumber(people, lang)),
				},
			]}
		/>
	);
}

function becomes(line: ChangeLine, t: (typeof agencyMessages)["id"]): string {
	const { what, name, parent, newName, newParent, to, people, agency } = line;
	const inAgency = agency === null ? [] : [t.goesToAgency(agency)];
	if (what === "made") return [t.isMade(newParent ?? t.directly), ...inAgency].join("; ");
	if (what === "closed") return people === null ? t.isClosed : t.goesTo(to ?? t.noUnit);
	const renamed = newName !== name ? [t.isCalled(newName ?? "")] : [];
	const moved = newParent !== parent ? [t.standsBelow(newParent ?? t.directly)] : [];
	return [...inAgency, ...renamed, ...moved].join("; ") || t.newCode;
}
