import { asPem, knownAuthorities } from "#app/certification/signing/authority.server.ts";

/** The authorities that have ever vouched for signatures of this installation, the present one first; for anyone. */
export async function loader() {
	const authorities = await knownAuthorities(Date.now());
	return new Response(authorities.map(asPem).join(""), {
		headers: {
			"Content-Type": "application/x-pem-file",
			"Content-Disposition": 'attachment; filename="cakap-otoritas.pem"',
			"Cache-Control": "public, max-age=3600",
		},
	});
}
