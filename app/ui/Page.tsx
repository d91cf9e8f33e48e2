import type { ReactNode } from "react";

/** A page's heading with its lead sentence. */
export function PageHeader({
	title,
	lead,
	children,
}: {
	title: ReactNode;
	lead?: ReactNode;
	children?: ReactNode;
}) {
	return (
		<header className="page-header">
			<h1>{title}</h1>
			{lead ? <p className="lead">{lead}</p> : null}
			{children}
		</header>
	);
}

export function Badge({
	tone = "plain",
	children,
}: {
	tone?: "plain" | "good" | "bad" | "warm";
	children: ReactNode;
}) {
	return <span className={`badge ${tone}`}>{children}</span>;
}

/** What to say, and what to do next, when there is nothing to list. */
export function EmptyState({ children }: { children: ReactNode }) {
	return <div className="empty">{children}</div>;
}

type ButtonProps = {
	kind?: "primary" | "plain" | "danger" | "link";
	name?: string;
	value?: string;
	form?: string;
	formAction?: string;
	disabled?: boolean;
	children: ReactNode;
};

/** A submit button; one primary on a screen. */
export function Button({ kind = "primary", children, ...rest }: ButtonProps) {
	return (
		<button type="submit" className={kind === "link" ? "link" : `button ${kind}`} {...rest}>
			{children}
		</button>
	);
}

export function ButtonLink({
	to,
	kind = "primary",
	children,
}: {
	to: string;
	kind?: "primary" | "plain";
	children: ReactNode;
}) {
	return (
		<a className={`button ${kind}`} href={to}>
			{children}
		</a>
	);
}
