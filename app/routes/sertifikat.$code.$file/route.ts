import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeOf } from "#app/certification/badge/badge.server.ts";
import { bakePng, bakeSvg } from "#app/certification/badge/bake.ts";
import { badgeSvg } from "#app/certification/badge/image.ts";
import plain from "#app/certification/badge/lencana.png?inline";
import { checksThrottled, readableByAll } from "#app/certification/checks.server.ts";
import { verifyCode } from "#app/certification/find.server.ts";
import { siteOrigin } from "#app/http/env.server.ts";
import { busy, notFound } from "#app/http/responses.server.ts";

const types: Record<string, string> = {
	json: "application/json; charset=utf-8",
	svg: "image/svg+xml; charset=utf-8",
	png: "image/png",
};

/**
 * A certificate's Open Badges credential for whoever has its code: as JSON, or baked into a picture. Guessers of codes
 * are slowed as on /periksa.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const [name, kind = ""] = (params.file ?? "").split(".");
	const type = types[kind];
	if (name !== "badge" || !type) throw notFound();
	const waitSeconds = await checksThrottled(request);
	if (waitSeconds > 0) throw busy(waitSeconds, 429);
	const certificate = await verifyCode(params.code ?? "");
	if (!certificate) throw notFound();
	const credential = await badgeOf(certificate, siteOrigin(), Date.now());
	const file = `${certificate.number.replace(/[^A-Za-z0-9]+/g, "-")}.${kind}`;
	const named = { "Content-Type": type, "Content-Disposition": `inline; filename="${file}"` };
	const headers = { ...readableByAll, ...named };
	if (kind === "json") return new Response(credential, { headers });
	if (kind === "svg") return new Response(bakeSvg(badgeSvg(certificate.print), credential), { headers });
	const picture = Buffer.from(plain.slice(plain.indexOf(",") + 1), "base64");
	return new Response(new Uint8Array(bakePng(picture, credential)), { headers });
}
