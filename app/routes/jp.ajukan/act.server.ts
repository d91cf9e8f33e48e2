import { json } from "@remix-run/node";
import type { Viewer } from "#app/access/viewer.server.ts";
import { keepFile } from "#app/http/files.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { evidenceKind, MOST_EVIDENCE } from "#app/records/elsewhere/evidenceFile.ts";
import { handIn } from "#app/records/elsewhere/handIn.server.ts";
import type { FieldErrors } from "#app/ui/fields.tsx";
import { transaction } from "#db/transaction.server.ts";
import { pieceSchema, type Typed, typedIn } from "./form.ts";

const words = {
	title: "badTitle",
	issuer: "badIssuer",
	number: "badNumber",
	startedOn: "badStart",
	finishedOn: "badEnd",
	jp: "badJp",
	form: "badForm",
} as const;

const refuse = (errors: FieldErrors, typed: Typed) => json({ errors, typed }, { status: 400 });

/** Checks what is said and the file by its bytes, keeps it, and puts it before the agency. */
export async function handInForm(form: FormData, viewer: Viewer, now: number) {
	const t = elsewhereMessages[viewer.lang];
	const typed = typedIn(form);
	const parsed = pieceSchema(dayIn(now, viewer.timeZone)).safeParse(typed);
	const file = await fileOf(form.get("file"));
	if (!parsed.success || !file) {
		const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0] as keyof typeof words);
		const errors: FieldErrors = Object.fromEntries(wrong.map((name) => [name, t[words[name]]]));
		return refuse({ ...errors, ...(file ? {} : { file: t.badFile }) }, typed);
	}
	if (!viewer.agency) return refuse({ "": t.noPost }, typed);
	const kept = await keepFile(file.bytes, { mediaType: file.type, now });
	const piece = { ...parsed.data, fileHash: kept.hash, fileType: file.type, fileBytes: kept.bytes };
	const { personId, unitId } = viewer;
	const whose = { personId, unitId, agencyId: viewer.agency.id, now };
	const done = await transaction((tx) => handIn(tx, { ...piece, ...whose }));
	if (done === "present") return refuse({ file: t.present }, typed);
	if (done === "too-many") return refuse({ "": t.tooMany }, typed);
	return redirectWithToast("/jp/ajukan", { kind: "good", text: t.sent });
}

async function fileOf(given: FormDataEntryValue | null) {
	if (!(given instanceof File) || given.size === 0 || given.size > MOST_EVIDENCE) return null;
	const bytes = new Uint8Array(await given.arrayBuffer());
	const kind = evidenceKind(bytes);
	return kind ? { bytes, type: kind.type } : null;
}
