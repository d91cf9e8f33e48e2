import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireManager } from "#app/access/managedAgency.server.ts";
import { searchAgencies } from "#app/agencies/searchAgencies.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable, Pager } from "#app/ui/table.tsx";

const PAGE = 25;

export async function loader({ request }: LoaderFunctionArgs) {
	const { scope } = await requireManager(request);
	const params = new URL(request.url).searchParams;
	const search = (params.get("cari") ?? "").slice(0, 100);
	const page = Number.parseInt(params.get("halaman") ?? "1", 10) || 1;
	return json({ search, found: await searchAgencies(scope, search, page, PAGE) });
}

export const meta: MetaFunction = () => [{ title: "Instansi · Cakap" }];

const address = (search: string, page: number) =>
	`/instansi?${new URLSearchParams([...(search ? [["cari", search]] : []), ["halaman", String(page)]])}`;

export default function AgenciesPage() {
	const { search, found } = useLoaderData<typeof loader>();
	const t = useMessages(agencyMessages);
	const r = useMessages(readinessMessages);
	const lang = useLang();
	return (
		<>
			<PageHeader title={t.title} lead={t.lead} />
			<search>
				<form method="get" className="filters">
					<Field label={t.search} name="cari" type="search" hint={t.searchHint} defaultValue={search} />
					<Button kind="plain">{t.find}</Button>
				</form>
			</search>
			{found.count === 0 ? (
				<EmptyState>{t.none}</EmptyState>
			) : (
				<DataTable
					caption={t.found(formatNumber(found.count, lang))}
					rows={found.rows}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "name",
							label: t.name,
							rowHeader: true,
							cell: ({ code, name }) => <a href={`/instansi/${code}`}>{name}</a>,
						},
						{ key: "code", label: t.code, cell: ({ code }) => code },
						{ key: "kind", label: t.kind, cell: ({ kind }) => r[`kind_${kind}`] },
						{ key: "state", label: t.state, cell: ({ validTo }) => (validTo ? t.closed : t.open) },
					]}
				/>
			)}
			<Pager page={found.page} pages={found.pages} to={(page) => address(search, page)} />
		</>
	);
}
