import type { EssayResult } from "#app/assessment/essayResults.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { markingMessages } from "#app/i18n/messages/marking.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { ItemPictures } from "#app/ui/ItemPictures.tsx";
import { DataTable } from "#app/ui/table.tsx";

/** What reviewers gave for each free text, by criterion, with their comments. */
export function EssayMarks({ essays }: { essays: EssayResult[] }) {
	const t = useMessages(markingMessages);
	const lang = useLang();
	if (essays.length === 0) return null;
	return (
		<section>
			<h2>{t.marksTitle}</h2>
			{essays.map(({ position, stem, pictures, text, milliPoints, marks }) => (
				<article key={position}>
					<h3>{stem}</h3>
					<ItemPictures pictures={pictures} />
					<p className="quiet">{t.yourText}</p>
					<blockquote className="written">{text}</blockquote>
					<p>
						<strong>{t.total(formatNumber(milliPoints, lang))}</strong>{" "}
						{marks.length > 1 ? <span className="quiet">{t.meanNote}</span> : null}
					</p>
					{marks.map(({ id, comment, criteria }, index) => (
						<section key={id}>
							<DataTable
								caption={t.marker(String(index + 1))}
								rows={criteria}
								rowKey={(row) => row.text}
								columns={[
									{ key: "criterion", label: t.criterion, rowHeader: true, cell: (row) => row.text },
									{ key: "level", label: t.reached, cell: ({ level }) => level },
									{
										key: "points",
										label: t.pointsShort,
										numeric: true,
										cell: ({ points }) => formatNumber(points, lang),
									},
								]}
							/>
							<p className="written">{comment}</p>
						</section>
					))}
				</article>
			))}
		</section>
	);
}
