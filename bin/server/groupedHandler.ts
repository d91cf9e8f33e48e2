import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { groupOf, routeGroups } from "./routeGroups.ts";

type Handler = (request: Request) => Promise<Response>;

/** Remix's handler for the build, one for each group of addresses, and one of all routes for the rest. */
export function groupedHandler(build: ServerBuild): Handler {
	const whole = createRequestHandler(build, "production");
	const handlers = new Map<string, Handler>();
	for (const [group, ids] of routeGroups(build.routes)) {
		const of = <T>(routes: Record<string, T>) =>
			Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
		// The manifest too: rendering asks for a module of each route that it names.
		const assets = { ...build.assets, routes: of(build.assets.routes) };
		handlers.set(group, createRequestHandler({ ...build, routes: of(build.routes), assets }, "production"));
	}
	return (request) => {
		const group = groupOf(new URL(request.url).pathname);
		return ((group && handlers.get(group)) || whole)(request);
	};
}
