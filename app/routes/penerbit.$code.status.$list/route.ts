import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { freshStatusList } from "#app/certification/badge/revoked.server.ts";
import { readableByAll } from "#app/certification/checks.server.ts";
import { siteOrigin } from "#app/http/env.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/** Which of an issuer's credentials are revoked, as a signed list; for verifiers anywhere. */
export async function loader({ params }: LoaderFunctionArgs) {
	const list = Number(params.list);
	if (!Number.isInteger(list) || list < 1 || list > 1_000_000) throw notFound();
	const asked = { agencyCode: params.code ?? "", list, origin: siteOrigin(), now: Date.now() };
	const credential = await freshStatusList(asked);
	if (!credential) throw notFound();
	return json(credential, { headers: readableByAll });
}
