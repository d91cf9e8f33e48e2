import {
	type ActionFunctionArgs,
	createReadableStreamFromReadable,
	type LoaderFunctionArgs,
} from "@remix-run/node";
import { recordCertificateLook } from "#app/access/certificateLook.server.ts";
import { requireViewer, viewerScope } from "#app/access/viewer.server.ts";
import { askForDocument } from "#app/certification/document/ask.server.ts";
import { findDocument } from "#app/certification/document/find.server.ts";
import { findCertificate } from "#app/certification/find.server.ts";
import { openFile } from "#app/http/files.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { transaction } from "#db/transaction.server.ts";

/** The document of a certificate that is the viewer's own, or in their scope; ?bahasa=en for the English one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const found = await findCertificate(params.id ?? "", viewer.personId, viewerScope(viewer, "people.read"));
	if (!found) throw notFound();
	await recordCertificateLook(viewer, found);
	const lang = new URL(request.url).searchParams.get("bahasa") === "en" ? "en" : "id";
	const document = await findDocument(found.id, lang);
	const file = document?.hash ? await openFile(document.hash) : null;
	if (!file) throw notFound();
	const name = `sertifikat-${found.number.replace(/[^A-Za-z0-9]+/g, "-")}${lang === "en" ? "-en" : ""}.pdf`;
	return new Response(createReadableStreamFromReadable(file), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `attachment; filename="${name}"`,
			"Cache-Control": "private, no-cache",
			ETag: `"${document?.hash}"`,
		},
	});
}

/** Has the document made, for who has none yet, or wants the English one. */
export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const found = await findCertificate(params.id ?? "", viewer.personId, viewerScope(viewer, "people.read"));
	if (!found) throw notFound();
	const lang = (await request.formData()).get("lang");
	if (lang !== "id" && lang !== "en") throw badRequest();
	await transaction((tx) => askForDocument(tx, found.id, lang, Date.now()));
	const text = certificationMessages[viewer.lang].asked;
	return redirectWithToast(`/sertifikat/${found.id}`, { kind: "good", text });
}
