import { Fragment } from "react";
import { partOf } from "#app/assessment/answerParts.ts";
import type { Choice } from "#app/assessment/items/common.ts";
import { reasonSlot, verdictSlot } from "#app/assessment/items/signedFile.ts";
import { itemMessages } from "#app/i18n/messages/items.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { FieldsOf } from "./fieldsOf.ts";
import { PartSelect } from "./Selects.tsx";

/** A mailbox: each message with what can be done with it. */
export function Inbox({ shown, name, answer }: FieldsOf<"inbox">) {
	const t = useMessages(itemMessages);
	return shown.messages.map(({ id, from, subject, body, time, attachment }) => (
		<article key={id} className="practice">
			<h2>{subject}</h2>
			<p className="quiet">
				{t.from}: {from}
				{time ? ` · ${time}` : null}
			</p>
			<p className="message">{body}</p>
			{attachment ? (
				<p className="quiet">
					{t.attachment}: {attachment}
				</p>
			) : null}
			<Radios
				legend={t.action}
				about={subject}
				name={`${name}.${id}`}
				choices={shown.actions}
				value={partOf(answer, id)}
			/>
		</article>
	));
}

/** A document's sharing panel: each party with the access that it gets. */
export function Sharing({ shown, name, answer }: FieldsOf<"sharing">) {
	const t = useMessages(itemMessages);
	return (
		<div className="practice">
			<p>
				{t.document}: <strong>{shown.document}</strong>
			</p>
			{shown.parties.map(({ id, name: party, need }) => (
				<PartSelect
					key={id}
					name={`${name}.${id}`}
					label={party}
					hint={need}
					value={partOf(answer, id)}
					choices={shown.levels}
					blank={t.access}
				/>
			))}
		</div>
	);
}

/** What the signature panel says of each file; whether it is validly signed, and why. */
export function SignedFiles({ shown, name, answer }: FieldsOf<"signedfile">) {
	const t = useMessages(itemMessages);
	return shown.files.map(({ id, name: file, facts }) => (
		<article key={id} className="practice">
			<h2>{file}</h2>
			<dl className="facts">
				{facts.map(({ label, value }) => (
					<Fragment key={label}>
						<dt>{label}</dt>
						<dd>{value}</dd>
					</Fragment>
				))}
			</dl>
			<Radios
				legend={t.verdict}
				about={file}
				name={`${name}.${verdictSlot(id)}`}
				choices={shown.verdicts}
				value={partOf(answer, verdictSlot(id))}
			/>
			<PartSelect
				name={`${name}.${reasonSlot(id)}`}
				label={t.reason}
				value={partOf(answer, reasonSlot(id))}
				choices={shown.reasons}
				blank={t.chooseReason}
			/>
		</article>
	));
}

type RadioProps = { legend: string; about: string; name: string; choices: readonly Choice[]; value: string };

function Radios({ legend, about, name, choices, value }: RadioProps) {
	return (
		<fieldset className="field">
			<legend>
				{legend}
				<span className="visually-hidden">: {about}</span>
			</legend>
			{choices.map(({ id, text }) => (
				<label key={id} className="choice">
					<input type="radio" name={name} value={id} defaultChecked={value === id} />
					<span>{text}</span>
				</label>
			))}
		</fieldset>
	);
}
