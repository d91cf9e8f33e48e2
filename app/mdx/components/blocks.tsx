import type { ReactNode } from "react";
import type { Language } from "../../i18n/language.ts";
import { mdxMessages } from "../../i18n/messages/mdx.ts";

type Inside = { children?: ReactNode };

/** The blocks of a lesson that look the same to everyone, with their labels in that language. */
export function blocks(lang: Language) {
	const t = mdxMessages[lang];
	const kinds = { info: t.infoLabel, tip: t.tipLabel, warning: t.warningLabel, law: t.lawLabel };

	const Desk = ({ who, where, children }: Inside & { who: string; where: string }) => (
		<section className="desk">
			<p className="desk-who">{t.desk(who, where)}</p>
			{children}
		</section>
	);

	const Callout = ({ kind, title, children }: Inside & { kind: keyof typeof kinds; title?: string }) => (
		<aside className={`callout ${kind}`} aria-label={title ?? kinds[kind]}>
			<p className="callout-title">{title ?? kinds[kind]}</p>
			{children}
		</aside>
	);

	type FigureProps = { src: string; alt: string; width: string; height: string; caption?: string };
	const Figure = ({ src, alt, width, height, caption }: FigureProps) => (
		<figure>
			<img
				src={`cakap-media:${src}`}
				alt={alt}
				width={width}
				height={height}
				loading="lazy"
				decoding="async"
			/>
			{caption ? <figcaption>{caption}</figcaption> : null}
		</figure>
	);

	const Steps = ({ children }: Inside) => <div className="steps">{children}</div>;
	const Compare = ({ children }: Inside) => <div className="compare">{children}</div>;
	const Term = ({ means, children }: Inside & { means: string }) => (
		<>
			<dfn>{children}</dfn> <span className="means">({means})</span>
		</>
	);
	const Today = ({ children }: Inside) => (
		<section className="today" aria-labelledby="today-title">
			<h2 id="today-title">{t.today}</h2>
			{children}
		</section>
	);
	const Sources = ({ children }: Inside) => (
		<section className="sources" aria-labelledby="sources-title">
			<h2 id="sources-title">{t.sources}</h2>
			{children}
		</section>
	);
	const table = ({ children }: Inside) => (
		<div className="table-box">
			<table>{children}</table>
		</div>
	);
	return { Desk, Callout, Figure, Steps, Compare, Term, Today, Sources, table };
}
