import { roleMessages } from "#app/i18n/messages/roles.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, type FieldErrors } from "#app/ui/fields.tsx";
import type { Typed } from "../form.ts";

type Props = { of: Typed["intent"]; errors?: FieldErrors; typed?: Typed };

/** To whom, from when till when, and why: the same for a gift and a loan. */
export function SpanFields({ of, errors, typed }: Props) {
	const t = useMessages(roleMessages);
	const field = (name: "identifier" | "from" | "till" | "reason") => ({
		name,
		id: `f-${of}-${name}`,
		defaultValue: typed?.[name],
		error: errors?.[`${of}-${name}`],
	});
	return (
		<>
			<Field
				label={t.identifier}
				hint={t.identifierHint}
				autoComplete="off"
				required
				{...field("identifier")}
			/>
			<Field label={t.from} type="date" hint={t.fromHint} optional {...field("from")} />
			<Field
				label={t.till}
				type="date"
				hint={of === "lend" ? t.lentTillHint : t.tillHint}
				optional={of === "give"}
				required={of === "lend"}
				{...field("till")}
			/>
			<Field label={t.reason} hint={t.reasonHint} maxLength={300} required {...field("reason")} />
		</>
	);
}
