import { formatNumber } from "#app/i18n/format.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge, Button } from "#app/ui/Page.tsx";
import type { ElsewhereState } from "#db/schema/elsewhere.ts";

type Piece = {
	id: string;
	title: string;
	issuer: string;
	jp: number;
	recognisedJp: number | null;
	state: ElsewhereState;
	reason: string | null;
};

/** What the person handed in and what became of it. */
export function OwnPieces({ pieces }: { pieces: Piece[] }) {
	const t = useMessages(elsewhereMessages);
	const lang = useLang();
	if (pieces.length === 0) return <p className="quiet">{t.none}</p>;
	return (
		<ul className="plain-list">
			{pieces.map(({ id, title, issuer, jp, recognisedJp, state, reason }) => (
				<li key={id}>
					<a href={`/jp/berkas/${id}`}>{title}</a>{" "}
					<Badge tone={state === "recognised" ? "good" : state === "waiting" ? "warm" : "plain"}>
						{t[`state.${state}`]}
					</Badge>
					<p className="quiet">
						{issuer} · {formatNumber(jp, lang)} {t.jp}
						{recognisedJp === null ? "" : ` · ${t.recognisedJp}: ${formatNumber(recognisedJp, lang)}`}
					</p>
					{reason ? (
						<p>
							{t.reason}: {reason}
						</p>
					) : null}
					{state === "waiting" ? (
						<form method="post">
							<input type="hidden" name="intent" value="withdraw" />
							<input type="hidden" name="piece" value={id} />
							<Button kind="link">
								{t.withdraw}
								<span className="visually-hidden">: {title}</span>
							</Button>
						</form>
					) : null}
				</li>
			))}
		</ul>
	);
}
