import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { compiledLessons } from "#db/schema/index.ts";
import { busy } from "../http/responses.server.ts";
import type { Language } from "../i18n/language.ts";
import { type CompiledLesson, compileLesson, rendererVersion } from "../mdx/compile.server.ts";

export type Rendered = Pick<CompiledLesson, "html" | "headings" | "checks">;

/** Rendered lessons kept in memory, the least recently used leaving first. */
const KEPT = 400;
const memory = new Map<string, Rendered>();

/**
 * A published lesson's HTML with its slots and keys, by the hash of its source and the renderer's version; compiled
 * when neither memory nor table has it, which a new renderer makes true of all once.
 * @throws Response 503 when too many are being compiled
 * @throws Error when a published source no longer compiles
 */
export async function compiledLesson(
	lesson: { source: string; sourceHash: string },
	lang: Language,
): Promise<Rendered> {
	const key = `${lesson.sourceHash}:${rendererVersion()}:${lang}`;
	const kept = memory.get(key) ?? (await stored(key)) ?? (await compileNow(key, lesson.source, lang));
	memory.delete(key);
	memory.set(key, kept);
	const [oldest] = memory.keys();
	if (memory.size > KEPT && oldest) memory.delete(oldest);
	return kept;
}

async function stored(key: string): Promise<Rendered | null> {
	const [row] = await db.select().from(compiledLessons).where(eq(compiledLessons.key, key));
	return row ? { html: row.html, headings: row.headings, checks: row.checks as Rendered["checks"] } : null;
}

async function compileNow(key: string, source: string, lang: Language): Promise<Rendered> {
	const compiled = await compileLesson(source, { lang });
	if ("findings" in compiled) {
		const code = compiled.findings[0]?.code;
		throw code === "busy" ? busy(3) : new Error(`a published lesson does not compile: ${code}`);
	}
	const { html, headings, checks } = compiled;
	const row = { key, html, headings, checks, compiledAt: Date.now() };
	await db.insert(compiledLessons).values(row).onConflictDoNothing();
	return { html, headings, checks };
}
