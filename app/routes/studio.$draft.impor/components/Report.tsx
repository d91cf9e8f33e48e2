import { exchangeMessages } from "#app/i18n/messages/exchange.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Badge, Button } from "#app/ui/Page.tsx";
import { type Column, DataTable, Pager } from "#app/ui/table.tsx";
import type { Preview } from "../view.server.ts";

type Row = Preview["rows"][number];
const all = ["taken", "adapted", "present", "refused"] as const;
const tones = { taken: "good", adapted: "warm", present: "plain", refused: "bad" } as const;

/** What a file holds, question by question, and the button that takes it in. */
export function Report({ preview, isOpen }: { preview: Preview; isOpen: boolean }) {
	const t = useMessages(exchangeMessages);
	const { counts, fileName, format, notes, rows, isApplied } = preview;
	const title = t.found(fileName, t[`format.${format}`]);
	return (
		<section>
			<h2>{title}</h2>
			<ul>
				{all.map((outcome) => (
					<li key={outcome}>
						{counts[outcome]} {t[`outcome.${outcome}`]}
					</li>
				))}
				{notes.map((text) => (
					<li key={text}>{text}</li>
				))}
			</ul>
			<Take preview={preview} isOpen={isOpen} />
			<Filter preview={preview} />
			<DataTable
				caption={title}
				columns={columns(t)}
				rows={rows}
				rowKey={({ position }) => String(position)}
			/>
			<Pages preview={preview} />
			{isApplied ? null : <p className="quiet">{t.preview}</p>}
		</section>
	);
}

function Take({ preview: { id, counts, isApplied }, isOpen }: { preview: Preview; isOpen: boolean }) {
	const t = useMessages(exchangeMessages);
	const takeable = counts.taken + counts.adapted;
	if (isApplied) return <p>{t.appliedAlready}</p>;
	return (
		<>
			{takeable === 0 ? <p>{t.nothingToTake}</p> : null}
			{takeable > 0 && isOpen ? (
				<form method="post" encType="multipart/form-data">
					<input type="hidden" name="intent" value="take" />
					<input type="hidden" name="import" value={id} />
					<Button>{t.take(String(takeable))}</Button>
				</form>
			) : null}
			<p>
				<a href="?">{t.another}</a>
			</p>
		</>
	);
}

const addressOf = ({ id }: Preview, outcome: string | null, page: number) =>
	`?berkas=${id}${outcome ? `&hasil=${outcome}` : ""}${page > 1 ? `&halaman=${page}` : ""}`;

function Filter({ preview }: { preview: Preview }) {
	const t = useMessages(exchangeMessages);
	return (
		<nav className="actions" aria-label={t.show}>
			{[null, ...all].map((outcome) => (
				<a
					key={outcome ?? ""}
					href={addressOf(preview, outcome, 1)}
					aria-current={preview.outcome === outcome ? "true" : undefined}
				>
					{outcome ? t[`outcome.${outcome}`] : t.all}
				</a>
			))}
		</nav>
	);
}

function Pages({ preview }: { preview: Preview }) {
	return (
		<Pager
			page={preview.page}
			pages={preview.pages}
			to={(page) => addressOf(preview, preview.outcome, page)}
		/>
	);
}

function columns(t: (typeof exchangeMessages)["id"]): Column<Row>[] {
	return [
		{ key: "question", label: t.question, rowHeader: true, cell: ({ name }) => name },
		{
			key: "where",
			label: t.where,
			cell: ({ file, line }) => [file, line && t.line(String(line))].filter(Boolean).join(", "),
		},
		{
			key: "outcome",
			label: t.outcome,
			cell: ({ outcome }) => <Badge tone={tones[outcome]}>{t[`outcome.${outcome}`]}</Badge>,
		},
		{
			key: "remarks",
			label: t.remarks,
			cell: ({ code, remarks }) => [code && `(${code})`, ...remarks].filter(Boolean).join(" "),
		},
	];
}
