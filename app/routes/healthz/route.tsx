import { pingDatabase } from "#db/client.server.ts";

/** 200 only when the database answers a query; for load balancers and supervisors. */
export async function loader() {
	try {
		await pingDatabase();
		return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
	} catch {
		return Response.json(
			{ status: "unavailable" },
			{ status: 503, headers: { "Cache-Control": "no-store" } },
		);
	}
}
