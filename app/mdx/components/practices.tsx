import type { ReactNode } from "react";
import type { Language } from "../../i18n/language.ts";
import { mdxMessages } from "../../i18n/messages/mdx.ts";
import { Slot } from "./Slot.tsx";

type Inside = { children?: ReactNode };
type PracticeProps = Inside & { id: string; look: string; title: string; intro?: string };
type CaseProps = Inside & { practice: string; index: string; choices: string; title: string; meta?: string };

/** Practice tasks: cases to be judged one by one, as plain forms. */
export function practices(lang: Language) {
	const t = mdxMessages[lang];

	const Practice = ({ id, look, title, intro, children }: PracticeProps) => (
		<form
			method="post"
			action={`#${id}`}
			className={`practice ${look}`}
			id={id}
			aria-labelledby={`${id}-title`}
		>
			<input type="hidden" name="intent" value="answer" />
			<input type="hidden" name="check" value={id} />
			<p className="check-kind">{t.practice}</p>
			<p className="practice-title" id={`${id}-title`}>
				{title}
			</p>
			{intro ? <p>{intro}</p> : null}
			<div className="cases">{children}</div>
			<button type="submit" className="button plain">
				<Slot name={`${id}:button`} />
			</button>
			<Slot name={`${id}:practice`} />
		</form>
	);

	const Case = ({ practice, index, choices, title, meta, children }: CaseProps) => (
		<fieldset className="case">
			<legend>
				<strong>{title}</strong>
				{meta ? <span className="case-meta">{meta}</span> : null}
			</legend>
			<div className="case-body">{children}</div>
			<div className="case-choices">
				{choices.split("|").map((choice) => (
					<label key={choice} className="choice">
						<input
							type="radio"
							name={`choice.${index}`}
							value={choice}
							data-cakap-on={`${practice}:${index}=${choice}`}
						/>
						<span>{choice}</span>
					</label>
				))}
			</div>
			<Slot name={`${practice}:${index}`} />
		</fieldset>
	);
	return { Practice, Case };
}
