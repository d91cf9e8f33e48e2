import { uiMessages } from "../i18n/messages/ui.ts";
import { useFrame, useMessages } from "./context.tsx";

const known = [400, 403, 404, 405, 413, 429, 500, 503] as const;
export type KnownStatus = (typeof known)[number];
export const asKnownStatus = (status: number): KnownStatus => known.find((s) => s === status) ?? 500;

/** What happened, what is safe and what to do next, with the number that finds it in the log. */
export function ErrorPage({ status, full = false }: { status: KnownStatus; full?: boolean }) {
	const t = useMessages(uiMessages);
	const { requestId } = useFrame();
	const [title, text] = full
		? [t.errorFull, t.errorFullText]
		: [t[`error${status}`], t[`error${status}Text`]];
	return (
		<div className="error-page prose">
			<h1>{title}</h1>
			<p>{text}</p>
			{requestId ? <p className="quiet">{t.reference(requestId)}</p> : null}
			<p>
				<a className="button plain" href="/">
					{t.home}
				</a>
			</p>
		</div>
	);
}
