import { personActMessages } from "#app/i18n/messages/personActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { PersonActKind } from "#db/schema/personActs.ts";
import type { TypedAct } from "../form.ts";
import { OwnFields } from "./OwnFields.tsx";

/** The post and names that a form begins with. */
export type Known = Pick<
	TypedAct,
	"unit" | "position" | "jobClass" | "grade" | "employment" | "name" | "titleBefore" | "titleAfter"
>;
export type FormProps = {
	kind: PersonActKind;
	known: Known;
	units: { id: string; name: string }[];
	today: string;
	errors?: FieldErrors;
	typed?: TypedAct;
};

/** The form of one act: what it needs, then the day and the reason. */
export function ActForm(props: FormProps) {
	const { today, errors, typed } = props;
	const t = useMessages(personActMessages);
	return (
		<form method="post" className="prose" autoComplete="off">
			<ErrorSummary errors={errors} />
			<OwnFields {...props} />
			<Field
				label={t.day}
				name="day"
				type="date"
				hint={t.dayHint}
				defaultValue={typed?.day ?? today}
				error={errors?.day}
			/>
			<TextArea label={t.reason} name="reason" rows={2} defaultValue={typed?.reason} error={errors?.reason} />
			<p className="actions">
				<Button>{t.preview}</Button>
			</p>
			<p className="quiet">{t.previewNote}</p>
		</form>
	);
}
