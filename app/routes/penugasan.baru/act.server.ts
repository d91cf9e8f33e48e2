import { json } from "@remix-run/node";
import { v7 as uuid, validate } from "uuid";
import type { Assigner } from "#app/access/assigner.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { createAssignment } from "#app/learning/assignments/assign.server.ts";
import { previewAssignment } from "#app/learning/assignments/preview.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { type Checked, checkAssignment } from "./check.server.ts";
import { type Errors, type TypedAssignment, typedFrom } from "./form.ts";

/** "Lihat": who it meets. "Tugaskan": makes it. "Ubah": back to the form with all that was typed. */
export async function act(form: FormData, { viewer, scope }: Assigner, now: number) {
	const t = assignmentMessages[viewer.lang];
	const typed = typedFrom(form);
	const errors: Errors = {};
	const again = (status: number) => json({ kind: "form" as const, errors, typed }, { status });
	if (form.get("intent") === "change") return again(200);
	const today = dayIn(now, viewer.timeZone);
	const checked = await checkAssignment(typed, { scope, lang: viewer.lang, today, t }, errors);
	if (!checked) return again(400);
	const { rule, target } = checked;
	const preview = await previewAssignment({
		agencyId: scope.agencyId,
		rule,
		courseIds: target.courseIds,
		now,
	});
	if (preview.people === 0) {
		errors.everyone = t.nobody;
		return again(400);
	}
	if (form.get("intent") !== "create") {
		const id = validate(typed.id) ? typed.id : uuid();
		return json({ kind: "preview" as const, preview, title: target.title, typed: { ...typed, id } });
	}
	return create(typed, checked, { viewer, scope }, now);
}

async function create(typed: TypedAssignment, checked: Checked, { viewer, scope }: Assigner, now: number) {
	const { target, terms, rule, reason, everyYears, unitId } = checked;
	// Rules with a name are the whole agency's.
	const filterName = scope.kind === "agency" ? checked.filterName : "";
	const id = validate(typed.id) ? typed.id : uuid();
	const made = {
		...target,
		...terms,
		id,
		agencyId: scope.agencyId,
		unitId,
		rule,
		reason,
		everyYears,
		filterName,
		startsDay: dayIn(now, viewer.timeZone),
		actor: { id: viewer.personId, name: viewer.name },
		now,
	};
	await transaction((tx) => createAssignment(tx, made));
	const text = assignmentMessages[viewer.lang].created;
	return redirectWithToast(`/penugasan/${id}`, { kind: "good", text });
}
