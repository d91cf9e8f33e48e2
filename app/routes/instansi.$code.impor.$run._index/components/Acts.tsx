import { formatNumber } from "#app/i18n/format.ts";
import { rosterImportMessages } from "#app/i18n/messages/rosterImport.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, ErrorSummary, type FieldErrors, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { RunPage } from "../view.server.ts";

type Props = {
	page: RunPage;
	here: string;
	errors?: FieldErrors;
	typed?: Record<string, string | undefined>;
};

/** What can be done with the run as it stands now. */
export function Acts({ page, here, errors, typed }: Props) {
	const t = useMessages(rosterScreenMessages);
	const { state } = page.run;
	if (state === "ready") return <Apply page={page} here={here} errors={errors} typed={typed} />;
	if (state === "reading" || state === "applying")
		return (
			<form method="post" action={here}>
				<p className="actions">
					<Button kind="plain" name="intent" value="cancel">
						{t.cancel}
					</Button>
				</p>
			</form>
		);
	if (state !== "applied") return null;
	return (
		<section className="prose">
			<h2>{t.undo}</h2>
			<p>{t.undoLead}</p>
			<ErrorSummary errors={errors} />
			<form method="post" action={here}>
				<TextArea
					label={t.reason}
					name="reason"
					rows={2}
					defaultValue={typed?.reason}
					error={errors?.reason}
				/>
				<p className="actions">
					<Button kind="danger" name="intent" value="undo">
						{t.undo}
					</Button>
				</p>
			</form>
		</section>
	);
}

const ABSENT_SHARE = 0.1;

function Apply({ page: { run }, here, errors, typed }: Props) {
	const t = useMessages(rosterScreenMessages);
	const refused = useMessages(rosterImportMessages);
	const lang = useLang();
	const { counts, members, foreign } = run;
	const of = (name: keyof typeof counts) => counts[name] ?? 0;
	const [moves, absent] = [of("moved-in"), of("absent")];
	const changing = of("new") + of("changed") + of("moved-out") + absent + moves;
	const isManyAbsent = absent > members * ABSENT_SHARE;
	const canApply = foreign === null && changing > 0;
	return (
		<section className="prose">
			<h2>{t.apply}</h2>
			{foreign === null ? null : <p className="error">{t.foreign(foreign)}</p>}
			{foreign === null && changing === 0 ? <p>{refused["refused.nothing"]}</p> : null}
			{canApply ? <p>{t.applyLead}</p> : null}
			<ErrorSummary errors={errors} />
			<form method="post" action={here}>
				{canApply && moves > 0 ? (
					<ChoiceGroup
						legend={t["outcome.moved-in"]}
						name="moves"
						type="checkbox"
						hint={t.movesHint}
						choices={[{ value: "on", label: t.confirmMoves(formatNumber(moves, lang)) }]}
						chosen={typed?.moves ? ["on"] : []}
					/>
				) : null}
				{canApply && isManyAbsent ? (
					<ChoiceGroup
						legend={t["outcome.absent"]}
						name="absent"
						type="checkbox"
						hint={t.absentHint}
						error={errors?.absent}
						choices={[
							{
								value: "on",
								label: t.confirmAbsent(formatNumber(absent, lang), formatNumber(members, lang)),
							},
						]}
					/>
				) : null}
				<p className="actions">
					{canApply ? (
						<Button name="intent" value="apply">
							{t.apply}
						</Button>
					) : null}
					<Button kind="plain" name="intent" value="cancel">
						{t.cancel}
					</Button>
				</p>
			</form>
		</section>
	);
}
