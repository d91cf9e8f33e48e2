import { json } from "@remix-run/node";
import type { Assigner } from "#app/access/assigner.server.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import {
	type AssignmentAct,
	endAssignment,
	endExemption,
	exemptMembers,
	extendAssignment,
} from "#app/learning/assignments/assignmentActs.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { checkDue, checkReason, type Errors, typedFrom } from "../penugasan.baru/form.ts";

const intents = ["extend", "end", "exempt", "exempt-end"] as const;
type Intent = (typeof intents)[number];
/** A page names at most so many. */
const MOST = 200;

/** One act on an assignment, with its reason; what is wrong goes back to the form of that act. */
export async function act(form: FormData, { viewer, scope }: Assigner, id: string, now: number) {
	const t = assignmentMessages[viewer.lang];
	const intent = intents.find((one) => one === form.get("intent"));
	if (!intent) throw badRequest();
	const errors: Errors = {};
	const typed = typedFrom(form);
	const people = form.getAll("people").map(String).slice(0, MOST);
	const field = intent === "exempt-end" ? "exempt-reason" : `${intent}-reason`;
	const reason = checkReason(form.get(field), field, t.badActReason, errors);
	const due =
		intent === "extend"
			? checkDue(typed, dayIn(now, viewer.timeZone), t, errors)
			: { dueDay: null, dueAfterDays: null };
	const ofPeople = intent === "exempt" || intent === "exempt-end";
	if (ofPeople && people.length === 0) errors.people = t.noneSelected;
	if (Object.keys(errors).length > 0)
		return json(
			{ intent, errors, typed: { ...typed, reason: String(form.get(field) ?? "") } },
			{ status: 400 },
		);
	const own: AssignmentAct = { id, scope, reason, actor: { id: viewer.personId, name: viewer.name }, now };
	const text = await perform(intent, own, { due, people }, t);
	return redirectWithToast(`/penugasan/${id}`, { kind: "good", text });
}

type What = { due: { dueDay: string | null; dueAfterDays: number | null }; people: readonly string[] };

async function perform(
	intent: Intent,
	own: AssignmentAct,
	{ due, people }: What,
	t: (typeof assignmentMessages)["id"],
): Promise<string> {
	if (intent === "extend") {
		await transaction((tx) => extendAssignment(tx, { ...own, ...due }));
		return t.extended;
	}
	if (intent === "end") {
		await transaction((tx) => endAssignment(tx, own));
		return t.endedToast;
	}
	if (intent === "exempt") {
		const n = await transaction((tx) => exemptMembers(tx, { ...own, people }));
		return t.exempted(String(n));
	}
	return t.exemptEnded(String(await transaction((tx) => endExemption(tx, { ...own, people }))));
}
