import { accessMessages } from "#app/i18n/messages/access.ts";
import { systemMessages } from "#app/i18n/messages/system.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { grantable } from "../form.ts";

type Props = { errors?: FieldErrors; typed?: { identifier: string; role: string; agency: string } };

export function RoleForm({ errors, typed }: Props) {
	const t = useMessages(systemMessages);
	const a = useMessages(accessMessages);
	return (
		<section>
			<h2>{t.roles}</h2>
			<p className="quiet">{t.rolesLead}</p>
			<ErrorSummary errors={errors} />
			<form method="post">
				<input type="hidden" name="intent" value="grant" />
				<Field
					label={t.identifier}
					name="identifier"
					defaultValue={typed?.identifier}
					error={errors?.identifier}
					autoComplete="off"
					required
				/>
				<Select
					label={t.role}
					name="role"
					defaultValue={typed?.role}
					choices={grantable.map((value) => ({ value, label: a[`role.${value}`] }))}
				/>
				<Field
					label={t.agencyCode}
					name="agency"
					hint={t.agencyHint}
					defaultValue={typed?.agency}
					error={errors?.agency}
					autoComplete="off"
				/>
				<Button>{t.grant}</Button>
			</form>
		</section>
	);
}
