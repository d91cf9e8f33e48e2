import type { UnitImport } from "#app/agencies/importUnits.server.ts";
import type { RefusedRow } from "#app/agencies/unitTreeFile.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { unitImportMessages } from "#app/i18n/messages/unitImport.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

/** Refused rows that are listed; the command line lists all. */
const LISTED = 200;

/** What the file would change, and the button that does it when no row is refused. */
export function Report({ found, rows }: { found: UnitImport; rows: string }) {
	const t = useMessages(unitImportMessages);
	const lang = useLang();
	const { refused } = found;
	const facts = [
		[t.rows, found.rows],
		[t.new, found.new],
		[t.changed, found.changed],
		[t.unchanged, found.unchanged],
		[t.absent, found.absent],
		[t.refused, refused.length],
	] as const;
	const isSomething = found.new + found.changed > 0;
	return (
		<section>
			<h2>{t.report}</h2>
			<dl className="facts">
				{facts.flatMap(([label, n]) => [
					<dt key={label}>{label}</dt>,
					<dd key={`${label} n`}>{formatNumber(n, lang)}</dd>,
				])}
			</dl>
			{refused.length > 0 ? (
				<>
					<p className="error">{t.notWhole}</p>
					<Refused rows={refused.slice(0, LISTED)} />
				</>
			) : (
				<form method="post">
					<input type="hidden" name="rows" value={rows} />
					<p>{isSomething ? t.applyLead : t.nothing}</p>
					{isSomething ? (
						<p className="actions">
							<Button name="intent" value="apply">
								{t.apply}
							</Button>
						</p>
					) : null}
				</form>
			)}
		</section>
	);
}

function Refused({ rows }: { rows: readonly RefusedRow[] }) {
	const t = useMessages(unitImportMessages);
	return (
		<DataTable
			caption={t.refused}
			rows={rows}
			rowKey={({ row, column }) => `${row} ${column}`}
			columns={[
				{ key: "row", label: t.row, rowHeader: true, numeric: true, cell: ({ row }) => String(row) },
				{ key: "column", label: t.column, cell: ({ column }) => column },
				{
					key: "reason",
					label: t.reason,
					cell: ({ reason, first }) => t[`reason.${reason}`](String(first ?? "")),
				},
			]}
		/>
	);
}
