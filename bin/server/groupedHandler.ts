import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { groupOf, routeGroups } from "./routeGroups.ts";

type Handler = (request: Request) => Promise<Response>;

/** Remix's handler for the build, one for each group of addresses, and one of all routes for the rest. */
export function groupedHandler(build: ServerBuild): Handler {
	const whole = createRequestHandler(build, "production");
	const handlers = new Map<string, Handler>();
	for (const [group, ids] of routeGroups(build.routes)) {
		const routes = Object.fromEntries(Object.entries(build.routes).filter(([id]) => ids.has(id)));
		handlers.set(group, createRequestHandler({ ...build, routes }, "production"));
	}
	return (request) => {
		const group = groupOf(new URL(request.url).pathname);
		return ((group && handlers.get(group)) || whole)(request);
	};
}
