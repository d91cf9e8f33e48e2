import type { ReactNode } from "react";
import { uiMessages } from "../i18n/messages/ui.ts";
import { useMessages } from "./context.tsx";

export type Column<Row> = {
	key: string;
	label: ReactNode;
	/** Right-aligned tabular figures. */
	numeric?: boolean;
	/** Marks the cell that names the row. */
	rowHeader?: boolean;
	cell: (row: Row) => ReactNode;
	/** Link that sorts by this column, and how it is sorted now. */
	sort?: { to: string; direction: "ascending" | "descending" | null };
};

type TableProps<Row> = {
	caption: ReactNode;
	columns: Column<Row>[];
	rows: readonly Row[];
	rowKey: (row: Row) => string;
};

/** A real table that scrolls inside its own box on a narrow screen. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
	return (
		// Focusable: a box that scrolls must be reachable by keyboard.
		<section
			className="table-box"
			tabIndex={0}
			aria-label={typeof caption === "string" ? caption : undefined}
		>
			<table>
				<caption>{caption}</caption>
				<thead>
					<tr>
						{columns.map((column) => (
							<Head key={column.key} column={column} />
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={rowKey(row)}>
							{columns.map((column) => (
								<Cell key={column.key} column={column} row={row} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Head<Row>({ column: { label, numeric, sort } }: { column: Column<Row> }) {
	return (
		<th scope="col" className={numeric ? "num" : undefined} aria-sort={sort?.direction ?? undefined}>
			{sort ? <a href={sort.to}>{label}</a> : label}
		</th>
	);
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
	const content = column.cell(row);
	if (column.rowHeader) return <th scope="row">{content}</th>;
	return <td className={column.numeric ? "num" : undefined}>{content}</td>;
}

/** Links to the neighbouring pages; `to` makes the address of a page number from 1. */
export function Pager({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
	const t = useMessages(uiMessages);
	if (pages <= 1) return null;
	return (
		<nav className="pager" aria-label={t.pages}>
			{page > 1 ? (
				<a rel="prev" href={to(page - 1)}>
					{t.previous}
				</a>
			) : null}
			<span>{t.page(String(page), String(pages))}</span>
			{page < pages ? (
				<a rel="next" href={to(page + 1)}>
					{t.next}
				</a>
			) : null}
		</nav>
	);
}
