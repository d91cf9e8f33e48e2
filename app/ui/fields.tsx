import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { uiMessages } from "../i18n/messages/ui.ts";
import { useMessages } from "./context.tsx";

/** Messages by field name, as an action gives them back. */
export type FieldErrors = Record<string, string | undefined>;

type Common = {
	label: ReactNode;
	name: string;
	error?: string;
	hint?: ReactNode;
	optional?: boolean;
	id?: string;
};

function Wrapped({
	id,
	label,
	error,
	hint,
	optional,
	children,
}: Common & { id: string; children: ReactNode }) {
	const t = useMessages(uiMessages);
	return (
		<div className={error ? "field invalid" : "field"}>
			<label htmlFor={id}>
				{label}
				{optional ? <span className="quiet"> ({t.optional})</span> : null}
			</label>
			{hint ? (
				<p className="hint" id={`${id}-hint`}>
					{hint}
				</p>
			) : null}
			{error ? (
				<p className="error" id={`${id}-error`}>
					{error}
				</p>
			) : null}
			{children}
		</div>
	);
}

function described(id: string, { error, hint }: Common) {
	const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
	return { "aria-invalid": error ? true : undefined, "aria-describedby": ids || undefined };
}

function split<T extends Common>(props: T) {
	const { label, error, hint, optional, ...rest } = props;
	const id = props.id ?? `f-${props.name}`;
	return { id, common: { label, error, hint, optional, name: props.name }, rest };
}

/** A labelled input; hint and error are tied to it, and what was typed comes back through `defaultValue`. */
export function Field(props: Common & InputHTMLAttributes<HTMLInputElement>) {
	const { id, common, rest } = split(props);
	return (
		<Wrapped {...common} id={id}>
			<input {...rest} id={id} required={rest.required} {...described(id, common)} />
		</Wrapped>
	);
}

export function TextArea(props: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
	const { id, common, rest } = split(props);
	return (
		<Wrapped {...common} id={id}>
			<textarea rows={5} {...rest} id={id} {...described(id, common)} />
		</Wrapped>
	);
}

export type Choice = { value: string; label: string };

export function Select(
	props: Common & SelectHTMLAttributes<HTMLSelectElement> & { choices: readonly Choice[] },
) {
	const { choices, ...others } = props;
	const { id, common, rest } = split(others);
	return (
		<Wrapped {...common} id={id}>
			<select {...rest} id={id} {...described(id, common)}>
				{choices.map(({ value, label }) => (
					<option key={value} value={value}>
						{label}
					</option>
				))}
			</select>
		</Wrapped>
	);
}

type GroupProps = {
	legend: ReactNode;
	name: string;
	type: "radio" | "checkbox";
	choices: readonly { value: string; label: ReactNode }[];
	chosen?: readonly string[];
	error?: string;
	hint?: ReactNode;
};

/** Radio buttons or check boxes under one legend. */
export function ChoiceGroup({ legend, name, type, choices, chosen = [], error, hint }: GroupProps) {
	const id = `f-${name}`;
	return (
		<fieldset
			className={error ? "field invalid" : "field"}
			id={id}
			aria-describedby={error ? `${id}-error` : undefined}
		>
			<legend>{legend}</legend>
			{hint ? <p className="hint">{hint}</p> : null}
			{error ? (
				<p className="error" id={`${id}-error`}>
					{error}
				</p>
			) : null}
			{choices.map(({ value, label }) => (
				<label key={value} className="choice">
					<input type={type} name={name} value={value} defaultChecked={chosen.includes(value)} />
					<span>{label}</span>
				</label>
			))}
		</fieldset>
	);
}

export function Checkbox({
	name,
	label,
	...rest
}: { label: ReactNode; name: string } & InputHTMLAttributes<HTMLInputElement>) {
	return (
		<label className="choice">
			<input type="checkbox" name={name} {...rest} />
			<span>{label}</span>
		</label>
	);
}

/** Lists what is wrong with links to the fields; announced when the page opens. */
export function ErrorSummary({ errors }: { errors?: FieldErrors | null }) {
	const t = useMessages(uiMessages);
	const entries = Object.entries(errors ?? {}).filter(([, message]) => message);
	if (entries.length === 0) return null;
	return (
		<div className="error-summary" role="alert">
			<h2>{t.errorSummary}</h2>
			<ul>
				{entries.map(([name, message]) => (
					<li key={name}>{name === "" ? message : <a href={`#f-${name}`}>{message}</a>}</li>
				))}
			</ul>
		</div>
	);
}
