import type { ExaminerScope } from "../assessment/supervised.server.ts";
import type { Role } from "./permissions.ts";
import type { Viewer } from "./viewer.server.ts";

/** Whose attempts the viewer may act on: an agency-admin on the own people's, a reviewer on the own courses'. */
export function examinerScope({ grants }: Viewer): ExaminerScope {
	const reach = (role: Role) => {
		// Sessions and attempts are an agency's as a whole: who manages a part of it does not examine.
		const held = grants.filter((grant) => grant.role === role && typeof grant.unitId !== "string");
		if (held.some(({ agencyId }) => agencyId === null)) return "nation" as const;
		return held[0]?.agencyId ?? null;
	};
	return { people: reach("agency-admin"), courses: reach("reviewer") };
}
