import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renderSVG } from "uqr";
import { requireViewer, viewerScope } from "#app/access/viewer.server.ts";
import { findCertificate } from "#app/certification/find.server.ts";
import { acceptedOrigins, environment } from "#app/http/env.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { CompetenceLeaf } from "./components/CompetenceLeaf.tsx";
import { FrontLeaf } from "./components/FrontLeaf.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const found = await findCertificate(params.id ?? "", viewer.personId, viewerScope(viewer, "people.read"));
	if (!found) throw notFound();
	const { code, number, print, issuedAt, revokedAt, revokedReason } = found;
	const address = `${acceptedOrigins(environment())[0]}/periksa?code=${code}`;
	// A data: image, since neither an inline style nor a script is needed to draw it.
	const qr = `data:image/svg+xml;base64,${Buffer.from(renderSVG(address, { border: 1 })).toString("base64")}`;
	return json({ code, number, print, issuedAt, revokedAt, revokedReason, qr });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.print.courseTitle ?? ""} · Cakap` },
];

export default function CertificatePage() {
	const certificate = useLoaderData<typeof loader>();
	const t = useMessages(certificationMessages);
	return (
		<>
			<p className="no-print quiet">{t.print}</p>
			{certificate.revokedAt ? (
				<p className="toast bad" role="alert">
					{t.revoked} {certificate.revokedReason}
				</p>
			) : null}
			<FrontLeaf certificate={certificate} />
			<CompetenceLeaf print={certificate.print} />
		</>
	);
}
