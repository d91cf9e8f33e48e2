import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** Runs the act after the password was given once more, or leaves it. */
export function RunForm({ isEmpty, error }: { isEmpty: boolean; error?: string }) {
	const t = useMessages(certificateActMessages);
	return (
		<div className="prose">
			{isEmpty ? <p>{t.nothingToDo}</p> : null}
			{isEmpty ? null : (
				<form method="post">
					<Field
						label={t.password}
						hint={t.passwordHint}
						name="password"
						type="password"
						autoComplete="current-password"
						error={error}
						required
					/>
					<Button name="maksud" value="run">
						{t.run}
					</Button>
				</form>
			)}
			<form method="post">
				<Button kind="link" name="maksud" value="discard">
					{t.discard}
				</Button>
			</form>
		</div>
	);
}
