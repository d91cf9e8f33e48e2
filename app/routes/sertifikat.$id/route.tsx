import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { renderSVG } from "uqr";
import { recordCertificateLook } from "#app/access/certificateLook.server.ts";
import { can } from "#app/access/permissions.ts";
import { requirePermission, requireViewer, viewerScope } from "#app/access/viewer.server.ts";
import { documentsOf } from "#app/certification/document/find.server.ts";
import { findCertificate } from "#app/certification/find.server.ts";
import { revokeCertificate } from "#app/certification/revoke.server.ts";
import { acceptedOrigins, environment } from "#app/http/env.server.ts";
import { forbidden, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { transaction } from "#db/transaction.server.ts";
import { CompetenceLeaf } from "./components/CompetenceLeaf.tsx";
import { Documents } from "./components/Documents.tsx";
import { FrontLeaf } from "./components/FrontLeaf.tsx";
import { RevokeForm } from "./components/RevokeForm.tsx";
import { reasonOf } from "./form.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const found = await findCertificate(params.id ?? "", viewer.personId, viewerScope(viewer, "people.read"));
	if (!found) throw notFound();
	await recordCertificateLook(viewer, found);
	const { code, number, print, issuedAt, validUntil, revokedAt, revokedReason } = found;
	const address = `${acceptedOrigins(environment())[0]}/periksa?code=${code}`;
	// A data: image, since neither an inline style nor a script is needed to draw it.
	const qr = `data:image/svg+xml;base64,${Buffer.from(renderSVG(address, { border: 1 })).toString("base64")}`;
	const mayRevoke = revokedAt === null && can(viewer, "certificate.revoke", found.issuerId);
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
		mayRevoke,
	});
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "certificate.revoke");
	const certificateId = params.id ?? "";
	const found = await findCertificate(certificateId, viewer.personId, viewerScope(viewer, "people.read"));
	if (!found) throw notFound();
	if (!can(viewer, "certificate.revoke", found.issuerId)) throw forbidden();
	const t = certificationMessages[viewer.lang];
	const reason = reasonOf(await request.formData());
	if (!reason.ok) return json({ error: t.reasonNeeded, typed: reason.typed }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	const now = Date.now();
	await transaction((tx) => revokeCertificate(tx, { certificateId, reason: reason.text, actor, now }));
	return redirectWithToast(`/sertifikat/${certificateId}`, { kind: "good", text: t.revokedNow });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.print.courseTitle ?? ""} · Cakap` },
];

export default function CertificatePage() {
	const certificate = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(certificationMessages);
	return (
		<>
			<Documents id={certificate.id} documents={certificate.documents} letters={certificate.letters} />
			<p className="no-print quiet">{t.print}</p>
			{certificate.revokedAt ? (
				<p className="toast bad" role="alert">
					{t.revoked} {certificate.revokedReason}
				</p>
			) : null}
			<FrontLeaf certificate={certificate} />
			<CompetenceLeaf print={certificate.print} />
			{certificate.mayRevoke ? <RevokeForm error={last?.error} typed={last?.typed} /> : null}
		</>
	);
}
