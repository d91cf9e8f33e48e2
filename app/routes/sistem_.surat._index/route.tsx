import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/access/viewer.server.ts";
import { environment } from "#app/http/env.server.ts";
import { mailMessages } from "#app/i18n/messages/mail.ts";
import { systemMessages } from "#app/i18n/messages/system.ts";
import { mailCounts, mailList } from "#app/jobs/mail/mailList.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { MailTable } from "./components/MailTable.tsx";
import { StateFilter } from "./components/StateFilter.tsx";
import { cursorOf, listAddress, stateOf } from "./listState.ts";

const PAGE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
	await requirePermission(request, "mail.manage");
	const params = new URL(request.url).searchParams;
	const only = stateOf(params);
	const after = cursorOf(params);
	const [found, counts] = await Promise.all([mailList(only, after, PAGE + 1), mailCounts()]);
	const rows = found.slice(0, PAGE);
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	return json({
		rows,
		counts,
		only,
		hasServer: environment().mail !== null,
		next: last ? listAddress(only, last) : null,
		first: after ? listAddress(only) : null,
	});
}

export const meta: MetaFunction = () => [{ title: "Surat elektronik · Sistem · Cakap" }];

export default function MailPage() {
	const { rows, counts, only, hasServer, next, first } = useLoaderData<typeof loader>();
	const t = useMessages(mailMessages);
	const s = useMessages(systemMessages);
	return (
		<>
			<p className="crumbs">
				<a href="/sistem">{s.title}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			{hasServer ? null : <p className="notices">{t.withoutServer}</p>}
			<StateFilter only={only} counts={counts} />
			{rows.length === 0 ? <EmptyState>{only ? t.none : t.empty}</EmptyState> : <MailTable rows={rows} />}
			<nav className="pager" aria-label={t.title}>
				{first ? <a href={first}>{t.first}</a> : null}
				{next ? (
					<a rel="next" href={next}>
						{t.older}
					</a>
				) : null}
			</nav>
		</>
	);
}
