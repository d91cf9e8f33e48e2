import { partOf, typedOf } from "#app/assessment/answerParts.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { itemMessages } from "#app/i18n/messages/items.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import type { FieldsOf } from "./fieldsOf.ts";
import { PartSelect } from "./Selects.tsx";

export function Numeric({ shown, name, answer }: FieldsOf<"numeric">) {
	const t = useMessages(itemMessages);
	const { unit, units } = shown;
	if (units.length === 0)
		return <Line name={name} label={t.yourNumber(unit)} value={typedOf(answer)} isNumber />;
	const choices = units.map((one) => ({ id: one, text: one }));
	return (
		<>
			<Line name={`${name}.number`} label={t.number} value={partOf(answer, "number")} isNumber />
			<PartSelect
				name={`${name}.unit`}
				label={t.unit}
				value={partOf(answer, "unit")}
				choices={choices}
				blank={t.chooseUnit}
			/>
		</>
	);
}

export function ShortText({ name, answer }: FieldsOf<"text">) {
	const t = useMessages(itemMessages);
	return <Line name={name} label={t.yourText} value={typedOf(answer)} />;
}

type LineProps = { name: string; label: string; value: string; isNumber?: boolean };

function Line({ name, label, value, isNumber }: LineProps) {
	return (
		<p className="field">
			<label htmlFor={`${name}-typed`}>{label}</label>
			<input
				id={`${name}-typed`}
				name={name}
				defaultValue={value}
				inputMode={isNumber ? "decimal" : undefined}
				autoComplete="off"
				maxLength={500}
			/>
		</p>
	);
}

export function Essay({ shown, name, answer }: FieldsOf<"essay">) {
	const t = useMessages(itemMessages);
	const { lang } = useFrame();
	return (
		<div className="field">
			<label htmlFor={`${name}-typed`}>{t.essay}</label>
			<p className="hint" id={`${name}-hint`}>
				{t.essayHint(formatNumber(shown.limit, lang))}
			</p>
			<textarea
				id={`${name}-typed`}
				name={name}
				rows={10}
				defaultValue={typedOf(answer)}
				maxLength={shown.limit}
				aria-describedby={`${name}-hint`}
			/>
		</div>
	);
}
