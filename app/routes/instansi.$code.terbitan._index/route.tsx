import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireIssuer } from "#app/access/issuer.server.ts";
import { planAct } from "#app/certification/acts/plan.server.ts";
import { issuedCertificates } from "#app/certification/acts/select.server.ts";
import { issuedCourses, lastActs, zoneOf } from "#app/certification/acts/view.server.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { dayIn, formatNumber } from "#app/i18n/format.ts";
import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary } from "#app/ui/fields.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { chosen, MOST } from "./choose.server.ts";
import { ActFields } from "./components/ActFields.tsx";
import { Filters } from "./components/Filters.tsx";
import { LastActs } from "./components/LastActs.tsx";
import { Listed } from "./components/Listed.tsx";
import { areDays, cursorOf, filterOf, givenFilter, queryOf } from "./filter.ts";
import { readManyForm } from "./form.ts";

const PAGE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { agency } = await requireIssuer(request, params.code);
	const query = new URL(request.url).searchParams;
	const [given, after] = [givenFilter(query), cursorOf(query)];
	const timeZone = await zoneOf(agency.id);
	const [found, courses, acts] = await Promise.all([
		issuedCertificates(filterOf(given, agency.id, timeZone), after, PAGE + 1),
		issuedCourses(agency.id),
		lastActs(agency.id),
	]);
	const rows = found.slice(0, PAGE);
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	return json({
		code: agency.code,
		name: agency.name,
		given,
		isBadDay: !areDays(given),
		courses,
		rows: rows.map(({ id, number, print, jp, issuedAt, revokedAt, replacedById }) => ({
			...{ id, number, name: print.name, course: print.courseTitle, jp },
			day: dayIn(issuedAt, timeZone),
			state: replacedById ? ("replaced" as const) : revokedAt ? ("revoked" as const) : ("" as const),
		})),
		acts: acts.map(({ id, kind, state, total, actorName, createdAt }) => ({
			...{ id, kind, state, total, actorName, createdAt },
		})),
		next: last ? queryOf(given, last) : null,
		first: after ? queryOf(given) : null,
	});
}

/** Looks at what the act would do, and leads to the page that shows it. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, agency } = await requireIssuer(request, params.code);
	const form = readManyForm(await request.formData());
	if (!form) throw badRequest();
	const t = certificateActMessages[viewer.lang];
	const { tindakan, yang, marked, typed, reason } = form;
	const refuse = (errors: Record<string, string>) =>
		json({ errors, typed: { ...typed, tindakan, yang, marked } }, { status: 400 });
	if (reason === null) return refuse({ reason: t.reasonNeeded });
	const given = givenFilter(new URL(request.url).searchParams);
	const found = await chosen(form, filterOf(given, agency.id, await zoneOf(agency.id)));
	if ("problem" in found) {
		const field = yang === "numbers" ? "nomor" : "yang";
		if (found.problem === "unknown") return refuse({ nomor: t.unknown(firstOf(found.unknown)) });
		const most = formatNumber(MOST, viewer.lang);
		return refuse({ [field]: found.problem === "tooMany" ? t.tooMany(most) : t[found.problem] });
	}
	const actor = { id: viewer.personId, name: viewer.name };
	const plan = { kind: tindakan, agencyId: agency.id, certificateIds: found.ids, reason, actor };
	const actId = await planAct({ ...plan, now: Date.now() });
	return redirect(`/instansi/${agency.code}/terbitan/${actId}`);
}

const SHOWN = 20;
const firstOf = (unknown: readonly string[]): string =>
	[...unknown.slice(0, SHOWN).map((one) => one.slice(0, 80)), ...(unknown.length > SHOWN ? ["…"] : [])].join(
		", ",
	);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Sertifikat terbitan · ${data?.name ?? "Instansi"} · Cakap` },
];

export default function IssuedPage() {
	const { code, name, given, isBadDay, courses, rows, acts, next, first } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(certificateActMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/instansi/${code}`}>{name}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			<ErrorSummary errors={last?.errors ?? (isBadDay ? { sejak: t.badDay } : null)} />
			<Filters given={given} courses={courses} error={isBadDay ? t.badDay : undefined} />
			<form method="post">
				{rows.length === 0 ? (
					<EmptyState>{t.none}</EmptyState>
				) : (
					<Listed rows={rows} marked={last?.typed.marked ?? []} />
				)}
				<nav className="pager" aria-label={t.caption}>
					{first !== null ? <a href={`/instansi/${code}/terbitan${first}`}>{t.newest}</a> : null}
					{next !== null ? (
						<a rel="next" href={`/instansi/${code}/terbitan${next}`}>
							{t.older}
						</a>
					) : null}
				</nav>
				<ActFields errors={last?.errors} typed={last?.typed} />
			</form>
			<LastActs code={code} acts={acts} />
		</>
	);
}
