import type { ReactNode } from "react";
import type { Language } from "../../i18n/language.ts";
import { mdxMessages } from "../../i18n/messages/mdx.ts";
import { Slot } from "./Slot.tsx";

type Inside = { children?: ReactNode };
type CheckProps = Inside & { id: string; type: string; question: string };
type OptionProps = Inside & { check: string; value: string; type: string };

/** Check-yourself questions: plain forms that the lesson's page answers; keys are not among the props. */
export function checks(lang: Language) {
	const t = mdxMessages[lang];

	const Check = ({ id, type, question, children }: CheckProps) => (
		<form method="post" action={`#${id}`} className="check" id={id}>
			<input type="hidden" name="intent" value="answer" />
			<input type="hidden" name="check" value={id} />
			<fieldset>
				<legend>
					<span className="check-kind">{t.question}</span>
					{question}
				</legend>
				{type === "multiple" ? <p className="hint">{t.multipleHint}</p> : null}
				{children}
			</fieldset>
			<button type="submit" className="button plain">
				<Slot name={`${id}:button`} />
			</button>
			<Slot name={`${id}:outcome`} />
		</form>
	);

	const Option = ({ check, value, type, children }: OptionProps) => (
		<div className="check-option">
			<label className="choice">
				<input
					type={type === "multiple" ? "checkbox" : "radio"}
					name="choice"
					value={value}
					data-cakap-on={`${check}:${value}`}
				/>
				<span>{children}</span>
			</label>
			<Slot name={`${check}:${value}`} />
		</div>
	);
	return { Check, Option };
}
