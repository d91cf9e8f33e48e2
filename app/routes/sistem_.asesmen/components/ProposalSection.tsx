import { formatMoment, formatNumber } from "#app/i18n/format.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, type FieldErrors, TextArea } from "#app/ui/fields.tsx";
import { Button, EmptyState } from "#app/ui/Page.tsx";
import { type Change, Changes } from "./Changes.tsx";

export type ShownProposal = {
	id: string;
	computedAt: number;
	sittings: number;
	tooFew: number;
	changes: Change[];
	isOutdated: boolean;
};
type Props = {
	proposal: ShownProposal | null;
	minAnswers: number;
	errors?: FieldErrors;
	reason?: string;
};

/** What the job proposes, and the form that confirms it. */
export function ProposalSection({ proposal, minAnswers, errors, reason }: Props) {
	const t = useMessages(calibrationMessages);
	const { lang, timeZone } = useFrame();
	const n = (value: number) => formatNumber(value, lang);
	if (!proposal) return <EmptyState>{t.none}</EmptyState>;
	const { id, computedAt, sittings, tooFew, changes, isOutdated } = proposal;
	const canApply = changes.length > 0 && !isOutdated;
	return (
		<section>
			<h2>{t.proposal}</h2>
			<p>
				{t.basis(formatMoment(computedAt, lang, timeZone), n(sittings))} {t.tooFew(n(tooFew), n(minAnswers))}
			</p>
			{isOutdated ? <p>{t.outdated}</p> : null}
			{changes.length > 0 ? <Changes changes={changes} /> : <EmptyState>{t.noChange}</EmptyState>}
			{canApply ? (
				<>
					<p>{t.effect}</p>
					<ErrorSummary errors={errors} />
					<form method="post">
						<input type="hidden" name="proposal" value={id} />
						<TextArea
							label={t.reason}
							name="reason"
							hint={t.reasonHint}
							rows={2}
							defaultValue={reason}
							error={errors?.reason}
						/>
						<Button name="intent" value="apply">
							{t.apply}
						</Button>
					</form>
				</>
			) : null}
		</section>
	);
}
