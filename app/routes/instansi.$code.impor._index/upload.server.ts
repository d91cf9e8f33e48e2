import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import type { Actor } from "#app/activity/audit.server.ts";
import { recordAudit } from "#app/activity/audit.server.ts";
import { beginRoster } from "#app/people/roster/readingRun.server.ts";
import { enqueueReading } from "#app/people/roster/readUpload.server.ts";
import { dropRosterFile, keepRosterFile, RosterTooLarge } from "#app/people/roster/rosterFiles.server.ts";
import { transaction } from "#db/transaction.server.ts";

export type Received = { runId: string } | { problem: "fileNeeded" | "tooLarge" | "brokenOff" };

/** Keeps the file of a form as it arrives, and lets a run begin to read it. */
export async function receiveRoster(
	request: Request,
	agencyId: string,
	actor: Actor,
	now: number,
): Promise<Received> {
	const runId = uuid();
	const files: { fileName: string; bytes: number; sha256: string }[] = [];
	try {
		await parseMultipart(request, async ({ name, filename, data }) => {
			if (name !== "file" || !filename || files.length > 0) return null;
			files.push({ fileName: filename.slice(0, 200), ...(await keepRosterFile(runId, data)) });
			return null;
		});
	} catch (error) {
		await dropRosterFile(runId);
		if (error instanceof RosterTooLarge) return { problem: "tooLarge" };
		if (files.length === 0 && isBrokenForm(error)) return { problem: "brokenOff" };
		throw error;
	}
	const [file] = files;
	if (!file) return { problem: "fileNeeded" };
	const { fileName, sha256 } = file;
	await transaction(function* (tx) {
		yield* beginRoster(tx, { runId, agencyId, fileName, sha256, actor, now });
		yield* enqueueReading(tx, runId, now);
		const subject = { subjectKind: "roster", subjectId: runId, agencyId };
		yield* recordAudit(tx, {
			...subject,
			actor,
			action: "roster.upload",
			detail: { file: fileName },
			at: now,
		});
	});
	return { runId };
}

/** A form that was cut off on its way: not the disk, and nothing of ours. */
const isBrokenForm = (error: unknown): boolean =>
	error instanceof Error && !("code" in error && String(error.code).startsWith("E"));
