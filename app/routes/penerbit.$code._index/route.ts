import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { issuerProfile } from "#app/certification/badge/issuer.server.ts";
import { readableByAll } from "#app/certification/checks.server.ts";
import { siteOrigin } from "#app/http/env.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/** An agency as an issuer of credentials, with its public keys; for verifiers anywhere. */
export async function loader({ params }: LoaderFunctionArgs) {
	const profile = await issuerProfile(params.code ?? "", siteOrigin());
	if (!profile) throw notFound();
	return json(profile, { headers: readableByAll });
}
