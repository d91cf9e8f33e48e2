import { mediaAddress } from "../catalog/findCourse.server.ts";
import type { Language } from "../i18n/language.ts";
import { compileLesson } from "../mdx/compile.server.ts";
import { fillSlots } from "../mdx/slots.ts";
import { lessonsOf, mediaOfDraft } from "./drafts.server.ts";

export type Preview = { html: string; findings: { line: number | null; message: string; mend: string }[] };

/** A lesson's text as learners will see it, by the same compiler, or what is wrong with it. */
export async function previewOf(draftId: string, source: string, lang: Language): Promise<Preview> {
	const [lessons, pictures] = await Promise.all([lessonsOf(draftId), mediaOfDraft(draftId)]);
	const context = {
		lessonSlugs: lessons.map(({ slug }) => slug),
		mediaNames: pictures.map(({ name }) => name),
	};
	const compiled = await compileLesson(source, { lang, context });
	if ("findings" in compiled) {
		const findings = compiled.findings.map(({ line, message, mend }) => ({
			line,
			message: message[lang],
			mend: mend[lang],
		}));
		return { html: "", findings };
	}
	const addresses = new Map(pictures.map(({ name, hash }) => [name, mediaAddress(hash, name)]));
	const html = fillSlots(compiled.html, { lang, checks: {}, media: (name) => addresses.get(name) ?? "" });
	return { html, findings: [] };
}
