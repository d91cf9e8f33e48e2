import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { useMessages } from "#app/ui/context.tsx";

/** How the numbers are counted and what is not shown. */
export function Notes({ withClosed = false, inside = false }: { withClosed?: boolean; inside?: boolean }) {
	const t = useMessages(readinessMessages);
	return (
		<footer className="notes prose">
			<p>{t.counting}</p>
			<p>
				{inside ? t.insideNote : t.smallNote} {withClosed && !inside ? t.closedNote : null}
			</p>
		</footer>
	);
}

/** What of the address could not be read; what was typed is named. */
export function BadAddress({ invalid, given, used }: { invalid: string[]; given: string; used: string }) {
	const t = useMessages(readinessMessages);
	if (invalid.length === 0) return null;
	const others = invalid.filter((name) => name !== "bulan");
	return (
		<div className="toast bad bad-address" role="alert">
			{invalid.includes("bulan") ? <p>{t.invalidMonth(given.slice(0, 40), used)}</p> : null}
			{others.length > 0 ? <p>{t.invalid(others.join(", "))}</p> : null}
		</div>
	);
}

export function CsvLink({ to }: { to: string }) {
	const t = useMessages(readinessMessages);
	return (
		<p className="no-print">
			<a href={to}>{t.csv}</a> <span className="quiet">{t.csvAbout}</span>
		</p>
	);
}
