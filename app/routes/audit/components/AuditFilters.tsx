import { auditMessages } from "#app/i18n/messages/audit.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

export function AuditFilters({ given }: { given: Record<string, string> }) {
	const t = useMessages(auditMessages);
	return (
		<search>
			<form method="get" className="filters">
				<Field label={t.who} name="pelaku" type="search" defaultValue={given.pelaku} />
				<Field label={t.action} name="tindakan" hint={t.actionHint} defaultValue={given.tindakan} />
				<Field label={t.from} name="sejak" type="date" defaultValue={given.sejak} />
				<Field label={t.till} name="sampai" type="date" defaultValue={given.sampai} />
				<Button kind="plain">{t.filter}</Button>
			</form>
		</search>
	);
}
