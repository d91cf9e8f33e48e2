import { exchangeMessages } from "#app/i18n/messages/exchange.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { Export } from "../view.server.ts";

/** The ways out, each with what will not be in the file as it is here. */
export function Exports({ draftId, exports }: { draftId: string; exports: Export[] }) {
	const t = useMessages(exchangeMessages);
	return (
		<section>
			<h2>{t.exportTitle}</h2>
			<p>{exports.length > 0 ? t.exportLead : t.noItems}</p>
			{exports.map(({ format, remarks }) => (
				<div key={format}>
					<p>
						<a href={`/studio/${draftId}/ekspor?format=${format}`} download>
							{t.download(t[`format.${format}`])}
						</a>
					</p>
					{remarks.length > 0 ? (
						<details>
							<summary>{t.remarksOn(t[`format.${format}`], String(remarks.length))}</summary>
							<ul>
								{remarks.map(({ code, remarks: said }) => (
									<li key={code}>
										<code>{code}</code> {said.join(" ")}
									</li>
								))}
							</ul>
						</details>
					) : null}
				</div>
			))}
		</section>
	);
}
