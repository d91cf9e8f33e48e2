import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireMerger } from "#app/access/merger.server.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { formatDate } from "#app/i18n/format.ts";
import { mergingMessages } from "#app/i18n/messages/merging.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { dismissCandidate, openCandidates } from "#app/people/duplicates/candidates.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Button, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { transaction } from "#db/transaction.server.ts";

const PAGE = 100;
const form = z.object({ one: z.string().max(40), other: z.string().max(40) });

export async function loader({ request }: LoaderFunctionArgs) {
	const { scope } = await requireMerger(request);
	return json({ pairs: await openCandidates(scope, PAGE) });
}

export async function action({ request }: ActionFunctionArgs) {
	const { viewer, scope } = await requireMerger(request);
	const read = form.safeParse(Object.fromEntries(await request.formData()));
	if (!read.success) throw badRequest();
	const t = mergingMessages[viewer.lang];
	const pair = { oneId: read.data.one, otherId: read.data.other };
	const by = { scope, actor: { id: viewer.personId, name: viewer.name }, now: Date.now() };
	const isDone = await transaction((tx) => dismissCandidate(tx, pair, by));
	const said = isDone
		? { kind: "good" as const, text: t.isDistinct }
		: { kind: "bad" as const, text: t.unknownPair };
	return redirectWithToast("/orang/ganda", said);
}

export const meta: MetaFunction = () => [{ title: "Data ganda · Cakap" }];

export default function DuplicatesPage() {
	const { pairs } = useLoaderData<typeof loader>();
	const t = useMessages(mergingMessages);
	const p = useMessages(peopleMessages);
	const { lang, timeZone } = useFrame();
	return (
		<>
			<p className="crumbs">
				<a href="/orang">{p.title}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			{pairs.length === 0 ? (
				<EmptyState>{t.none}</EmptyState>
			) : (
				<DataTable
					caption={t.title}
					rows={pairs}
					rowKey={({ oneId, otherId }) => `${oneId} ${otherId}`}
					columns={[
						{
							key: "one",
							label: t.one,
							rowHeader: true,
							cell: (row) => <a href={`/orang/${row.oneId}`}>{row.oneName}</a>,
						},
						{
							key: "other",
							label: t.other,
							cell: (row) => <a href={`/orang/${row.otherId}`}>{row.otherName}</a>,
						},
						{ key: "reason", label: t.reason, cell: ({ reason }) => t[`reason.${reason}`] },
						{ key: "found", label: t.found, cell: ({ foundAt }) => formatDate(foundAt, lang, timeZone) },
						{
							key: "acts",
							label: t.compare,
							cell: ({ oneId, otherId, oneName, otherName }) => (
								<>
									<a
										href={`/orang/gabung?satu=${oneId}&dua=${otherId}`}
										aria-label={`${t.compare}: ${oneName}, ${otherName}`}
									>
										{t.compare}
									</a>
									<form method="post">
										<input type="hidden" name="one" value={oneId} />
										<input type="hidden" name="other" value={otherId} />
										<Button kind="link">{t.distinct}</Button>
									</form>
								</>
							),
						},
					]}
				/>
			)}
		</>
	);
}
