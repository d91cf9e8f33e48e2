import type { Assigner } from "#app/access/assigner.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { findAssignment } from "#app/learning/assignments/assignmentList.server.ts";
import { membersOf } from "#app/learning/assignments/memberList.server.ts";
import { newMessageId } from "#app/learning/reminders/lateMessage.server.ts";
import { cursorOf, filterOf, listAddress } from "./listState.ts";

const PAGE = 50;

/** The assignment in the viewer's scope. @throws Response 404 when it has none of that id */
export async function followedAssignment({ scope }: Assigner, id: string | undefined, now: number) {
	const found = await findAssignment(id ?? "", scope, now);
	if (!found) throw notFound();
	return found;
}

/** Facts of an assignment with a page of its people. */
export async function assignmentPage(
	assigner: Assigner,
	id: string | undefined,
	params: URLSearchParams,
	now: number,
) {
	const {
		id: own,
		title,
		reason,
		courses,
		counts,
		endedAt,
		endReason,
		pass,
		isOwn,
		...terms
	} = await followedAssignment(assigner, id, now);
	const { dueDay, dueAfterDays, everyYears } = terms;
	const filter = filterOf(params);
	const after = cursorOf(params);
	const found = await membersOf(own, assigner.scope, filter, after, PAGE + 1, now);
	const rows = found.slice(0, PAGE);
	const last = found.length > PAGE ? rows.at(-1) : undefined;
	return {
		id: own,
		/** Names a message before it is sent. */
		messageId: newMessageId(),
		title,
		reason,
		courses,
		counts,
		terms: { dueDay, dueAfterDays, everyYears },
		/** Whether the viewer may change it, beside following their own people. */
		isOwn,
		isEnded: endedAt !== null,
		endReason,
		isUpdating: pass !== null,
		filter,
		rows: rows.map(({ sortKey: _sortKey, ...row }) => row),
		next: last ? listAddress(own, filter, last) : null,
		first: after ? listAddress(own, filter) : null,
	};
}
export type AssignmentView = Awaited<ReturnType<typeof assignmentPage>>;
