import { studioMessages } from "#app/i18n/messages/studio.ts";
import type { Preview } from "#app/studio/preview.server.ts";
import { useMessages } from "#app/ui/context.tsx";

/** The lesson as learners will see it, and what the static-only rule found, by line. */
export function PreviewPane({ preview: { html, findings } }: { preview: Preview }) {
	const t = useMessages(studioMessages);
	return (
		<section className="preview" aria-labelledby="preview-title">
			<h2 id="preview-title">{t.findings}</h2>
			<ul id="findings" className="findings" data-line={t.line("#")} data-none={t.noFindings}>
				{findings.length === 0 ? <li>{t.noFindings}</li> : null}
				{findings.map(({ line, message, mend }) => (
					<li key={`${line}-${message}`}>
						{line ? `${t.line(String(line))}: ` : ""}
						{message} <span className="quiet">{mend}</span>
					</li>
				))}
			</ul>
			<h2>{t.preview}</h2>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: HTML of our own compiler, of a static-only document */}
			<div id="preview" className="lesson" dangerouslySetInnerHTML={{ __html: html }} />
		</section>
	);
}
