import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireManagedAgency } from "#app/access/managedAgency.server.ts";
import { can } from "#app/access/permissions.ts";
import { agencyAsOf, agencyHistory, unitTreeAsOf } from "#app/agencies/history.server.ts";
import { dayIn, formatDate } from "#app/i18n/format.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { schemeMessages } from "#app/i18n/messages/schemes.ts";
import { reorganisationsOf } from "#app/records/reorganisation/view.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { transferKinds } from "../instansi.$code.ubah/form.ts";
import { ActList } from "./components/ActList.tsx";
import { DayForm } from "./components/DayForm.tsx";
import { NameHistory } from "./components/NameHistory.tsx";
import { UnitTree } from "./components/UnitTree.tsx";
import { readDay } from "./day.ts";

const ACTS = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, agency, scope } = await requireManagedAgency(request, params.code);
	const today = dayIn(Date.now(), "Asia/Jakarta");
	const { day, isBad } = readDay(new URL(request.url).searchParams.get("tanggal"), today);
	const [then, units, names, acts] = await Promise.all([
		agencyAsOf(agency.id, day),
		unitTreeAsOf(agency.id, day),
		agencyHistory(agency.id),
		reorganisationsOf(agency.id, ACTS),
	]);
	const list = acts.map(({ id, kind, day, state, legalBasis }) => ({ id, kind, day, state, legalBasis }));
	const page = {
		agency,
		managesAll: scope.kind === "nation",
		takesRosters: scope.kind !== "unit",
		issues: can(viewer, "certificate.revoke", agency.id),
		day,
		isToday: day === today,
		isBad,
		then,
		units,
		names,
		acts: list,
	};
	return json(page, { status: isBad ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.agency.name ?? "Instansi"} · Cakap` },
];

export default function AgencyPage() {
	const { agency, managesAll, takesRosters, issues, day, isToday, isBad, then, units, names, acts } =
		useLoaderData<typeof loader>();
	const t = useMessages(agencyMessages);
	const roster = useMessages(rosterScreenMessages);
	const schemes = useMessages(schemeMessages);
	const certificateActs = useMessages(certificateActMessages);
	const lang = useLang();
	const shown = formatDate(Date.parse(day), lang, "UTC");
	const canChange = isToday && agency.validTo === null;
	return (
		<>
			<p className="crumbs">
				<a href="/instansi">{t.title}</a>
			</p>
			<PageHeader
				title={then?.name ?? agency.name}
				lead={then ? t.asOf(shown) : t.notThen(shown, agency.name)}
			/>
			{takesRosters ? (
				<p className="actions">
					<a href={`/instansi/${agency.code}/impor`}>{roster.link}</a>{" "}
					<a href={`/instansi/${agency.code}/sertifikat`}>{schemes.link}</a>{" "}
					{issues ? <a href={`/instansi/${agency.code}/terbitan`}>{certificateActs.link}</a> : null}
				</p>
			) : null}
			<DayForm code={agency.code} day={day} isBad={isBad} />
			<section aria-labelledby="unit">
				<h2 id="unit">{t.units}</h2>
				{canChange ? <p>{t.unitsHint}</p> : null}
				{units.length === 0 ? (
					<EmptyState>{t.noUnits}</EmptyState>
				) : (
					<UnitTree code={agency.code} units={units} canChange={canChange} />
				)}
			</section>
			{canChange ? (
				<p className="actions">
					<a href={`/instansi/${agency.code}/impor-unit`}>{t.importUnits}</a>
					<a href={`/instansi/${agency.code}/ubah?tindakan=agency.rename`}>{t["kind.agency.rename"]}</a>
					{managesAll
						? transferKinds.map((kind) => (
								<a key={kind} href={`/instansi/${agency.code}/ubah?tindakan=${kind}`}>
									{t[`kind.${kind}`]}
								</a>
							))
						: null}
					<a href={`/instansi/${agency.code}/ubah?tindakan=agency.close`}>{t["kind.agency.close"]}</a>
				</p>
			) : null}
			<NameHistory names={names} />
			<ActList code={agency.code} acts={acts} />
		</>
	);
}
