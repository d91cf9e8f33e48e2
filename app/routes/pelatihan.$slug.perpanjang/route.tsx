import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { findVersion } from "#app/catalog/findCourse.server.ts";
import { beginRenewal } from "#app/certification/renewal/begin.server.ts";
import { renewalOffer } from "#app/certification/renewal/offer.server.ts";
import { renewalStanding } from "#app/certification/renewal/standing.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { renewalMessages } from "#app/i18n/messages/renewal.ts";
import { findEnrolment } from "#app/learning/findEnrolment.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { reading, transaction } from "#db/transaction.server.ts";
import { Ways } from "./components/Ways.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const slug = params.slug ?? "";
	const now = Date.now();
	const enrolment = await findEnrolment(viewer.personId, slug);
	// Who does not take the course finds the button for it there.
	if (!enrolment) throw redirect(`/pelatihan/${slug}`);
	const standing = await reading((tx) => renewalStanding(tx, enrolment.id, now));
	if (standing.kind === "begun") throw redirect(`/pelatihan/${slug}`);
	const title = (await findVersion(enrolment.versionId))?.title ?? "";
	if (standing.kind === "none") return json({ slug, title, ending: null, offer: null });
	const { validUntil, isExpired, versionId } = standing;
	const offer = await reading((tx) => renewalOffer(tx, enrolment.courseId, versionId, now));
	return json({ slug, title, ending: { validUntil, isExpired }, offer });
}

/** Begins the renewal, by the difference or the whole. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const slug = params.slug ?? "";
	const way = (await request.formData()).get("way");
	if (way !== "whole" && way !== "difference") throw badRequest();
	const enrolment = await findEnrolment(viewer.personId, slug);
	if (!enrolment) throw notFound();
	const begun = await transaction((tx) => beginRenewal(tx, { enrolment, way, now: Date.now() }));
	const t = renewalMessages[viewer.lang];
	if (begun === "begun") return redirectWithToast(`/pelatihan/${slug}`, { kind: "good", text: t.begunToast });
	const why = { "not-yet": t.notYet, "no-version": t.noVersion, "no-difference": t.noDifference }[begun];
	return redirectWithToast(`/pelatihan/${slug}/perpanjang`, { kind: "bad", text: why });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Perpanjang sertifikat · ${data?.title ?? ""} · Cakap` },
];

export default function RenewalPage() {
	const { slug, title, ending, offer } = useLoaderData<typeof loader>();
	const t = useMessages(renewalMessages);
	const lang = useLang();
	const back = (
		<p className="crumbs">
			<a href={`/pelatihan/${slug}`}>{title}</a>
		</p>
	);
	if (!ending || !offer)
		return (
			<>
				{back}
				<PageHeader title={t.title} />
				<EmptyState>
					<p>{ending ? t.noVersion : t.notYet}</p>
					<ButtonLink to={`/pelatihan/${slug}`}>{t.toCourse}</ButtonLink>
				</EmptyState>
			</>
		);
	const day = formatDay(ending.validUntil, lang);
	return (
		<>
			{back}
			<PageHeader title={t.title} lead={ending.isExpired ? t.endedOn(day) : t.endsOn(day)} />
			<p>{ending.isExpired ? t.staysEnded : t.stays}</p>
			<Ways offer={offer} />
		</>
	);
}
