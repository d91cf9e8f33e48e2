import type { Role } from "#app/access/permissions.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { roleMessages } from "#app/i18n/messages/roles.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, type FieldErrors, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { TypedTake } from "../form.ts";

type Grant = { id: string; name: string; role: Role; unitName: string | null };
type Props = { grants: Grant[]; errors?: FieldErrors; typed?: TypedTake };

/** Takes a role of somebody else away, with a reason. */
export function TakeForm({ grants, errors, typed }: Props) {
	const t = useMessages(roleMessages);
	const a = useMessages(accessMessages);
	const label = ({ name, role, unitName }: Grant) =>
		[name, a[`role.${role}`], unitName].filter(Boolean).join(", ");
	return (
		<section>
			<h2>{t.takeTitle}</h2>
			<form method="post" className="prose">
				<input type="hidden" name="intent" value="take" />
				<Select
					label={t.role}
					name="grant"
					id="f-take-grant"
					choices={grants.map((grant) => ({ value: grant.id, label: label(grant) }))}
					defaultValue={typed?.grant}
					error={errors?.["take-grant"]}
				/>
				<Field
					label={t.reason}
					name="reason"
					id="f-take-reason"
					hint={t.reasonHint}
					maxLength={300}
					defaultValue={typed?.reason}
					error={errors?.["take-reason"]}
					required
				/>
				<Button kind="danger">{t.take}</Button>
			</form>
		</section>
	);
}
