import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { formNames } from "#app/i18n/messages/certification.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import type { ElsewhereState } from "#db/schema/elsewhere.ts";

export type ShownPiece = {
	id: string;
	name: string;
	title: string;
	issuer: string;
	number: string;
	startedOn: string;
	finishedOn: string;
	jp: number;
	recognisedJp: number | null;
	form: number;
	state: ElsewhereState;
	reason: string | null;
	decidedByName: string | null;
};

/** What the person said of the certificate, and what was decided. */
export function PieceFacts({ piece }: { piece: ShownPiece }) {
	const t = useMessages(elsewhereMessages);
	const lang = useLang();
	const { state, reason, decidedByName, recognisedJp } = piece;
	return (
		<section>
			<dl className="facts">
				<dt>{t.issuer}</dt>
				<dd>{piece.issuer}</dd>
				<dt>{t.number}</dt>
				<dd>{piece.number || "–"}</dd>
				<dt>{t.dates}</dt>
				<dd>
					{formatDay(piece.startedOn, lang)} – {formatDay(piece.finishedOn, lang)}
				</dd>
				<dt>{t.form}</dt>
				<dd>{formNames[piece.form] ?? piece.form}</dd>
				<dt>{t.claimed}</dt>
				<dd>{formatNumber(piece.jp, lang)}</dd>
				<dt>{t.state}</dt>
				<dd>
					{t[`state.${state}`]}
					{recognisedJp === null ? "" : ` · ${t.recognisedJp}: ${formatNumber(recognisedJp, lang)}`}
				</dd>
				{reason ? (
					<>
						<dt>{t.reason}</dt>
						<dd>
							{reason} {decidedByName ? t.decidedBy(decidedByName) : ""}
						</dd>
					</>
				) : null}
			</dl>
			<p>
				<a href={`/jp/berkas/${piece.id}`}>{t.openFile}</a>
			</p>
		</section>
	);
}
