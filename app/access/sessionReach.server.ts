import type { SessionReach } from "../assessment/sessionReach.server.ts";
import { SUPERVISED_AFTER_MS } from "../assessment/sessionWindow.ts";
import type { ExaminerScope } from "../assessment/supervised.server.ts";
import { examinerScope } from "./examinerScope.server.ts";
import type { Viewer } from "./viewer.server.ts";

/** Which sessions the viewer reaches: by a role, or by rooms that were given to them. */
export function sessionReach(viewer: Viewer): SessionReach {
	return { examiner: examinerScope(viewer), personId: viewer.personId };
}

/** Whose attempts the viewer may act on in sessions. */
export function roomScope(viewer: Viewer, now: number): ExaminerScope {
	const rooms = { supervisorId: viewer.personId, closedAfter: now - SUPERVISED_AFTER_MS };
	return { ...examinerScope(viewer), rooms };
}
