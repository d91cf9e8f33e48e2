import { answerText } from "#app/assessment/answer.ts";
import type { ShownAttemptItem } from "#app/assessment/attemptView.server.ts";
import type { ShownItem } from "#app/assessment/item.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { useMessages } from "#app/ui/context.tsx";

/** One item with the answer that is saved; names in the form are `q<position>`. */
export function ExamItem({ item, of }: { item: ShownAttemptItem; of: number }) {
	const t = useMessages(assessmentMessages);
	const { position, shown } = item;
	const name = `q${position}`;
	return (
		<fieldset className="exam-item" id={name}>
			<legend>
				<span className="check-kind">{t.question(String(position), String(of))}</span>
				<span className="exam-stem">{shown.stem}</span>
			</legend>
			<Answering shown={shown} name={name} answer={item.answer} />
			<input type="hidden" name={`${name}.was`} value={answerText(item.answer)} />
		</fieldset>
	);
}

type Props<T extends ShownItem = ShownItem> = { shown: T; name: string; answer: ShownAttemptItem["answer"] };
type Choosing = Extract<ShownItem, { options: unknown }>;
type Matching = Extract<ShownItem, { type: "matching" }>;

function Answering({ shown, name, answer }: Props) {
	if (shown.type === "matching") return <Matches shown={shown} name={name} answer={answer} />;
	if (shown.type === "numeric" || shown.type === "text")
		return <Typed shown={shown} name={name} answer={answer} />;
	return <Options shown={shown} name={name} answer={answer} />;
}

function Options({ shown, name, answer }: Props<Choosing>) {
	const t = useMessages(assessmentMessages);
	const chosen = answer && "chosen" in answer ? answer.chosen : [];
	const many = shown.type === "multiple";
	return (
		<>
			{many ? <p className="hint">{t.pickMany}</p> : null}
			{shown.options.map(({ id, text }) => (
				<label key={id} className="choice">
					<input
						type={many ? "checkbox" : "radio"}
						name={name}
						value={id}
						defaultChecked={chosen.includes(id)}
					/>
					<span>{text}</span>
				</label>
			))}
		</>
	);
}

function Matches({ shown, name, answer }: Props<Matching>) {
	const t = useMessages(assessmentMessages);
	const pairs = answer && "pairs" in answer ? answer.pairs : {};
	return (
		<>
			{shown.lefts.map(({ id, text }) => (
				<p key={id} className="field">
					<label htmlFor={`${name}.${id}`}>{text}</label>
					<select id={`${name}.${id}`} name={`${name}.${id}`} defaultValue={pairs[id] ?? ""}>
						<option value="">{t.choose}</option>
						{shown.rights.map((right) => (
							<option key={right.id} value={right.id}>
								{right.text}
							</option>
						))}
					</select>
				</p>
			))}
		</>
	);
}

function Typed({ shown, name, answer }: Props<Extract<ShownItem, { type: "numeric" | "text" }>>) {
	const t = useMessages(assessmentMessages);
	const typed = answer && "typed" in answer ? answer.typed : "";
	const label = shown.type === "numeric" ? t.yourNumber(shown.unit) : t.yourText;
	return (
		<p className="field">
			<label htmlFor={`${name}-typed`}>{label}</label>
			<input
				id={`${name}-typed`}
				name={name}
				defaultValue={typed}
				inputMode={shown.type === "numeric" ? "decimal" : undefined}
				autoComplete="off"
				maxLength={500}
			/>
		</p>
	);
}
