import type { ExaminerScope } from "../assessment/supervised.server.ts";
import type { Role } from "./permissions.ts";
import type { Viewer } from "./viewer.server.ts";

/** Whose attempts the viewer may act on: an agency-admin on the own people's, a reviewer on the own courses'. */
export function examinerScope({ grants }: Viewer): ExaminerScope {
	const reach = (role: Role) => {
		const held = grants.filter((grant) => grant.role === role);
		if (held.some(({ agencyId }) => agencyId === null)) return "nation" as const;
		return held[0]?.agencyId ?? null;
	};
	return { people: reach("agency-admin"), courses: reach("reviewer") };
}
