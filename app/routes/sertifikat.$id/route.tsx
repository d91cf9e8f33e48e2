import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { renderSVG } from "uqr";
import { recordCertificateLook } from "#app/access/certificateLook.server.ts";
import { confirmViewer } from "#app/access/confirmPassword.server.ts";
import { can } from "#app/access/permissions.ts";
import { requirePermission, requireViewer, viewerScope } from "#app/access/viewer.server.ts";
import { documentsOf } from "#app/certification/document/find.server.ts";
import { findCertificate, numberOf } from "#app/certification/find.server.ts";
import { acceptedOrigins, environment } from "#app/http/env.server.ts";
import { badRequest, forbidden, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { actsOn, doAct } from "./act.server.ts";
import { Acts } from "./components/Acts.tsx";
import { CompetenceLeaf } from "./components/CompetenceLeaf.tsx";
import { Documents } from "./components/Documents.tsx";
import { FrontLeaf } from "./components/FrontLeaf.tsx";
import { readActForm } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const found = await findCertificate(params.id ?? "", viewer.personId, viewerScope(viewer, "people.read"));
	if (!found) throw notFound();
	await recordCertificateLook(viewer, found);
	const { code, number, print, issuedAt, validUntil, revokedAt, revokedReason } = found;
	const address = `${acceptedOrigins(environment())[0]}/periksa?code=${code}`;
	// A data: image, since neither an inline style nor a script is needed to draw it.
	const qr = `data:image/svg+xml;base64,${Buffer.from(renderSVG(address, { border: 1 })).toString("base64")}`;
	const isIssuer = can(viewer, "certificate.revoke", found.issuerId);
	const acts = isIssuer ? await actsOn(found) : null;
	const { replacedById, replacesId } = found;
	const replacement = replacedById && { id: replacedById, number: (await numberOf(replacedById)) ?? "" };
	const replaces = (replacesId && (await numberOf(replacesId))) ?? "";
	const { id: indonesian, en: english } = await documentsOf(found.id);
	const state = (document: typeof english) =>
		document ? (document.hash ? ("ready" as const) : ("unprintable" as const)) : ("missing" as const);
	const documents = { indonesian: state(indonesian), english: state(english) };
	const letters = (indonesian?.problem || english?.problem) ?? "";
	return json({
		id: found.id,
		documents,
		letters,
		code,
		number,
		print,
		issuedAt,
		validUntil,
		revokedAt,
		revokedReason,
		qr,
		acts,
		replacement,
		replaces,
	});
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "certificate.revoke");
	const found = await findCertificate(params.id ?? "", viewer.personId, viewerScope(viewer, "people.read"));
	if (!found) throw notFound();
	if (!can(viewer, "certificate.revoke", found.issuerId)) throw forbidden();
	const form = readActForm(await request.formData());
	if (!form) throw badRequest();
	const { kind, reason, typed } = form;
	const t = certificateActMessages[viewer.lang];
	const refuse = (errors: Record<string, string>, status = 400) => json({ kind, errors, typed }, { status });
	if (reason === null) return refuse({ reason: t.reasonNeeded });
	const confirmation = await confirmViewer(viewer, form.password);
	if (confirmation === "tooMany") return refuse({ password: t.tooManyTries }, 429);
	if (confirmation === "wrong") return refuse({ password: t.wrong });
	const done = await doAct(kind, found.id, reason, viewer);
	if (done === null) return refuse({ "": t.notAnyMore }, 409);
	return redirectWithToast(`/sertifikat/${done}`, { kind: "good", text: t[doneWords[kind]] });
}

const doneWords = { revoke: "revokedNow", reinstate: "reinstatedNow", reissue: "reissuedNow" } as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.print.courseTitle ?? ""} · Cakap` },
];

export default function CertificatePage() {
	const certificate = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(certificationMessages);
	return (
		<>
			<Documents
				id={certificate.id}
				code={certificate.code}
				documents={certificate.documents}
				letters={certificate.letters}
			/>
			<p className="no-print quiet">{t.print}</p>
			{certificate.revokedAt ? (
				<p className="toast bad" role="alert">
					{certificate.replacement ? t.replacedNotice : t.revoked} {certificate.revokedReason}{" "}
					{certificate.replacement ? (
						<a href={`/sertifikat/${certificate.replacement.id}`}>
							{t.toNew(certificate.replacement.number)}
						</a>
					) : null}
				</p>
			) : null}
			<FrontLeaf certificate={certificate} />
			<CompetenceLeaf print={certificate.print} />
			{certificate.acts ? <Acts acts={certificate.acts} last={last} /> : null}
		</>
	);
}
