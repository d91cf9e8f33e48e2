import { uiMessages } from "../i18n/messages/ui.ts";
import { useFrame, useMessages } from "./context.tsx";

const known = [400, 403, 404, 405, 413, 429, 500, 503] as const;
export type ErrorKind = `error${(typeof known)[number]}` | "errorFull";

/** The kind of error page for a status; 500 for one that has no words of its own. */
export const errorOf = (status: number): ErrorKind => `error${known.find((s) => s === status) ?? 500}`;

/** What happened, what is safe and what to do next, with the number that finds it in the log. */
export function ErrorPage({ kind }: { kind: ErrorKind }) {
	const t = useMessages(uiMessages);
	const { requestId } = useFrame();
	return (
		<div className="error-page prose">
			<h1>{t[kind]}</h1>
			<p>{t[`${kind}Text`]}</p>
			{requestId ? <p className="quiet">{t.reference(requestId)}</p> : null}
			<p>
				<a className="button plain" href="/">
					{t.home}
				</a>
			</p>
		</div>
	);
}
