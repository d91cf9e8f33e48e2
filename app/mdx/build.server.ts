import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client/index.js";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import remarkGfm from "remark-gfm";
import type { Language } from "../i18n/language.ts";
import { blocks } from "./components/blocks.tsx";
import { checks } from "./components/checks.tsx";
import { practices } from "./components/practices.tsx";
import { type LessonFinding, lessonFinding } from "./findings.ts";
import { type Heading, prepareLinks } from "./headings.ts";
import { type CheckKey, splitKeys } from "./keys.ts";
import { type LessonContext, sourceFindings, treeFindings } from "./staticOnly.ts";
import { type Node, textOf } from "./tree.ts";

export type CompileOptions = { lang: Language; context?: LessonContext };
export type CompiledLesson = { html: string; headings: Heading[]; checks: CheckKey[]; words: number };
export type Compiled = CompiledLesson | { findings: LessonFinding[] };

const refuseEngine = {
	parse(): never {
		throw new Error("front matter must be YAML");
	},
};

/**
 * Compiles a lesson's source, in the worker: static-only rule, keys split off, mdx-bundler, HTML. What is evaluated is
 * code that mdx-bundler made of a document without any code in it.
 */
export async function buildLesson(source: string, { lang, context }: CompileOptions): Promise<Compiled> {
	const early = sourceFindings(source);
	if (early.length > 0) return { findings: early };
	let refused: LessonFinding[] = [];
	const made: Omit<CompiledLesson, "html"> = { headings: [], checks: [], words: 0 };
	const staticOnly = () => (tree: unknown) => {
		const root = tree as Node;
		refused = treeFindings(root, context);
		// Thrown, so that nothing of a refused document is ever turned into code.
		if (refused.length > 0) throw new Error("refused");
		made.checks = splitKeys(root);
		made.headings = prepareLinks(root);
		made.words = (textOf(root).match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []).length;
	};
	try {
		const { code } = await bundleMDX({
			source,
			cwd: process.cwd(),
			grayMatterOptions: (options) => ({
				...options,
				engines: { js: refuseEngine, javascript: refuseEngine },
			}),
			esbuildOptions: (options) => ({ ...options, logLevel: "silent" }),
			mdxOptions: (options) => ({
				...options,
				// Before mdx-bundler's own plugins, which add a module node that the rule would trip on.
				remarkPlugins: [staticOnly, ...(options.remarkPlugins ?? []), remarkGfm],
			}),
		});
		const components = { ...blocks(lang), ...checks(lang), ...practices(lang) };
		const html = renderToStaticMarkup(createElement(getMDXComponent(code), { components } as never));
		return { ...made, html };
	} catch (error) {
		return { findings: refused.length > 0 ? refused : [syntaxFinding(error)] };
	}
}

function syntaxFinding(error: unknown): LessonFinding {
	const { line, text } = syntaxOf(error);
	return lessonFinding(/call stack/i.test(text) ? "too-complex" : "syntax", line, text);
}

type Located = { errors?: { text?: string; location?: { line?: number } | null }[]; message?: string };

function syntaxOf(error: unknown): { line: number | null; text: string } {
	const { errors, message } = (error ?? {}) as Located;
	const [first] = errors ?? [];
	const text = (first?.text ?? message ?? "").replace(/\s+/g, " ").replace(/^\[plugin [^\]]*\]\s*/, "");
	return { line: first?.location?.line ?? null, text: text.slice(0, 200) };
}
