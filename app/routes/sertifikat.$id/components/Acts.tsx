import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { actsOn } from "../act.server.ts";

type Offered = Awaited<ReturnType<typeof actsOn>>;
type Last = { kind: string; errors: FieldErrors; typed: string } | undefined;
type Kind = "revoke" | "reinstate" | "reissue";

/** For admins of the agency that issued it; not on paper. */
export function Acts({ acts, last }: { acts: Offered; last: Last }) {
	return (
		<div className="no-print prose">
			<ErrorSummary errors={last?.errors} />
			{acts.corrections ? (
				<Act kind="reissue" last={last}>
					<Corrections corrections={acts.corrections} />
				</Act>
			) : null}
			{acts.mayRevoke ? <Act kind="revoke" last={last} /> : null}
			{acts.mayReinstate ? <Act kind="reinstate" last={last} /> : null}
		</div>
	);
}

function Act({ kind, last, children }: { kind: Kind; last: Last; children?: React.ReactNode }) {
	const t = useMessages(certificateActMessages);
	// Of two forms on the page the refused one has its fields named as the summary links to them.
	const mine = last?.kind === kind ? last : undefined;
	const id = (name: string) => (mine ? `f-${name}` : `f-${name}-${kind}`);
	return (
		<details open={mine !== undefined || kind === "reissue"}>
			<summary>{t[kind]}</summary>
			<p>{t[`${kind}Note`]}</p>
			{children}
			<form method="post">
				<input type="hidden" name="tindakan" value={kind} />
				<TextArea
					id={id("reason")}
					label={t.reason}
					hint={t.reasonHint}
					name="reason"
					rows={3}
					defaultValue={mine?.typed}
					error={mine?.errors.reason}
					required
				/>
				<Field
					id={id("password")}
					label={t.password}
					hint={t.passwordHint}
					name="password"
					type="password"
					autoComplete="current-password"
					error={mine?.errors.password}
					required
				/>
				<Button kind={kind === "revoke" ? "danger" : "plain"}>{t[kind]}</Button>
			</form>
		</details>
	);
}

function Corrections({ corrections }: { corrections: NonNullable<Offered["corrections"]> }) {
	const t = useMessages(certificateActMessages);
	const [nameBefore = "", nameAfter = ""] = corrections.name;
	const [numberBefore = "", numberAfter = ""] = corrections.number;
	const rows = [
		{ field: t.fieldName, before: nameBefore, after: nameAfter },
		{ field: t.fieldNumber, before: numberBefore, after: numberAfter },
	].filter(({ before, after }) => before !== after);
	return (
		<DataTable
			caption={t.reissue}
			rows={rows}
			rowKey={({ field }) => field}
			columns={[
				{ key: "field", label: t.field, rowHeader: true, cell: ({ field }) => field },
				{ key: "before", label: t.printed, cell: ({ before }) => before },
				{ key: "after", label: t.now, cell: ({ after }) => <strong>{after}</strong> },
			]}
		/>
	);
}
