type Routed = { id: string; parentId?: string; path?: string };
type Routes = Readonly<Record<string, Routed>>;

/**
 * The route ids that can match an address, by its first segment (in lower case, as the router compares them) and its
 * number of segments: "pelatihan 3". The router goes through all routes of a build twice a request, so a build with
 * only those that can match answers sooner, and the same. Routes that match at any depth are in every group.
 */
export function routeGroups(routes: Routes): Map<string, Set<string>> {
	const keyed = Object.values(routes).map((route) => ({
		ids: lineage(route, routes),
		segments: segmentsOf(route, routes),
	}));
	const isAnywhere = (segments: string[]) =>
		/^:/.test(segments[0] ?? "") || segments.some((segment) => /^\*|\?$/.test(segment));
	const groups = new Map<string, Set<string>>();
	for (const { segments } of keyed) if (!isAnywhere(segments)) groups.set(keyOf(segments), new Set());
	for (const { ids, segments } of keyed) {
		const own = isAnywhere(segments) ? [...groups.values()] : [groups.get(keyOf(segments))];
		for (const group of own) for (const id of ids) group?.add(id);
	}
	return groups;
}

/** The group of an address; null when it cannot be decoded. */
export function groupOf(pathname: string): string | null {
	const segments = pathname.split("/").filter(Boolean);
	try {
		return keyOf([decodeURIComponent(segments[0] ?? ""), ...segments.slice(1)]);
	} catch {
		return null;
	}
}

const keyOf = (segments: string[]): string => `${(segments[0] ?? "").toLowerCase()} ${segments.length}`;

function lineage(route: Routed, routes: Routes): string[] {
	const parent = route.parentId ? routes[route.parentId] : undefined;
	return parent ? [...lineage(parent, routes), route.id] : [route.id];
}

function segmentsOf(route: Routed, routes: Routes): string[] {
	const path = lineage(route, routes).map((id) => routes[id]?.path ?? "");
	return path.join("/").split("/").filter(Boolean);
}
