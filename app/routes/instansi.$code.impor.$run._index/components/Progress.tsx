import { formatNumber } from "#app/i18n/format.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Island } from "#app/ui/Island.tsx";
import island from "../progress.island.ts?worker&url";
import type { RunPage } from "../view.server.ts";

/** How far the run has come; the island asks anew while it works, "Muat ulang" does the same without it. */
export function Progress({ page: { run, progress }, here }: { page: RunPage; here: string }) {
	const t = useMessages(rosterScreenMessages);
	const lang = useLang();
	if (!progress) return null;
	const [done, all] = [formatNumber(progress.done, lang), formatNumber(progress.all ?? 0, lang)];
	return (
		<section className="notice" id="progress" data-state={run.state} aria-live="polite">
			<p>
				{progress.all === null ? t.progressRead(done) : t.progressWork(done, all)} {t.mayLeave}
				{run.state === "applying" || run.state === "reading" ? ` ${t.nothingYet}` : null}
			</p>
			{progress.all ? (
				<progress value={progress.done} max={progress.all} aria-label={t[`state.${run.state}`]} />
			) : null}
			<p>
				<a href={here}>{t.reload}</a>
			</p>
			<Island src={island} />
		</section>
	);
}
