import { z } from "zod";
import type { Actor } from "#app/activity/audit.server.ts";
import { findAgencyById } from "#app/agencies/findAgency.server.ts";
import type { Toast } from "#app/http/toast.server.ts";
import type { rosterImportMessages } from "#app/i18n/messages/rosterImport.ts";
import type { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { decideRow, decideRows } from "#app/people/roster/decideRow.server.ts";
import {
	applyRoster,
	cancelRoster,
	type RosterOutcomeOfAct,
	undoRoster,
} from "#app/people/roster/rosterActs.server.ts";
import { dropRosterFile } from "#app/people/roster/rosterFiles.server.ts";
import { transaction } from "#db/transaction.server.ts";

const isTicked = z.literal("on").optional().catch(undefined);
/** The rows of one page, "3,8,21". */
const positions = z
	.string()
	.max(1000)
	.transform((text) => text.split(",").map(Number))
	.pipe(z.array(z.int().positive()).max(100));
const acts = z.discriminatedUnion("intent", [
	z.object({ intent: z.literal("apply"), moves: isTicked, absent: isTicked }),
	z.object({ intent: z.literal("cancel") }),
	z.object({ intent: z.literal("undo"), reason: z.string().trim().max(500).catch("") }),
	z.object({
		intent: z.literal("decide"),
		position: z.coerce.number().int().positive(),
		decision: z.enum(["same", "other", "leave"]),
	}),
	z.object({ intent: z.literal("decide-all"), positions, decision: z.enum(["same", "other"]) }),
	z.object({ intent: z.literal("map") }),
]);
export type RunAct = z.infer<typeof acts>;
type OneAct = Exclude<RunAct, { intent: "map" | "decide-all" }>;

/** What is asked for; null: nothing that the page sends. */
export const readAct = (form: FormData): RunAct | null =>
	acts.safeParse(Object.fromEntries(form)).data ?? null;

export const SHORTEST_REASON = 10;

type By = { runId: string; agencyId: string; actor: Actor; now: number };

/** The agency whose file this seems to be, as the message names it. */
const foreignName = async (id: string | null) => (id && (await findAgencyById(id))?.name) || "";

export async function doAct(act: OneAct, by: By): Promise<RosterOutcomeOfAct> {
	if (act.intent === "apply") {
		const confirmed = { moves: act.moves === "on", manyAbsent: act.absent === "on" };
		return transaction((tx) => applyRoster(tx, { ...by, confirmed }));
	}
	if (act.intent === "undo") return transaction((tx) => undoRoster(tx, { ...by, reason: act.reason }));
	if (act.intent === "decide") {
		const { position, decision } = act;
		return (await transaction((tx) => decideRow(tx, { ...by, position, decision }))) ? "done" : "not-now";
	}
	const outcome = await transaction((tx) => cancelRoster(tx, by));
	if (outcome === "done") await dropRosterFile(by.runId);
	return outcome;
}

/** Decides on the rows of a page. @returns what is said of it */
export async function decideAll(
	{ positions, decision }: Extract<RunAct, { intent: "decide-all" }>,
	by: By,
	t: Words,
	refused: Refusals,
): Promise<Toast> {
	const decided = await transaction((tx) => decideRows(tx, { ...by, positions, decision }));
	if (decided === 0) return { kind: "bad", text: refused["refused.not-now"] };
	return { kind: "good", text: t.decidedAll(decided, positions.length - decided) };
}

type Words = (typeof rosterScreenMessages)["id"];
type Refusals = (typeof rosterImportMessages)["id"];
type Answer = { errors: Record<string, string>; typed: Record<string, string> } | { toast: Toast };

/** What the one who acted is told: what is missing in the form, or a message on the run's page. */
export async function answerOf(
	outcome: Exclude<RosterOutcomeOfAct, "unknown">,
	act: OneAct,
	t: Words,
	refused: Refusals,
	foreignAgencyId: string | null,
): Promise<Answer> {
	if (outcome === "many-absent")
		return { errors: { absent: t.absentNeeded }, typed: "moves" in act && act.moves ? { moves: "on" } : {} };
	if (outcome === "done") {
		const said = { apply: t.applying, cancel: t.cancelled, undo: t.undoing, decide: t.decided };
		return { toast: { kind: "good", text: said[act.intent] } };
	}
	const text =
		outcome === "other-agency"
			? refused["refused.other-agency"](await foreignName(foreignAgencyId))
			: refused[`refused.${outcome}`];
	return { toast: { kind: "bad", text } };
}
