import type { Language } from "../../i18n/language.ts";
import { rosterImportMessages } from "../../i18n/messages/rosterImport.ts";
import type { RowReason } from "./reasons.ts";
import type { CellFinding } from "./rosterLine.ts";

type Said = {
	reason: string;
	findings: readonly CellFinding[];
	/** The name of the other agency that it is about; "" for none. */
	agency: string;
	/** The rows with the same number. */
	rows: readonly number[];
};

/** Why a row is not simply taken, and which column of the file is at fault: one entry for each cell that was refused. */
export function rowFaults(
	said: Said,
	numberColumn: string,
	lang: Language,
): { column: string; reason: string }[] {
	const refused = said.findings.filter(({ kind }) => kind === "refused");
	if (said.reason === "cells" && refused.length > 0)
		return refused.map(({ column, reason, remedy }) => ({
			column,
			reason: [reason, remedy].filter(Boolean).join(" "),
		}));
	return [{ column: columnOf(said.reason, numberColumn), reason: reasonWords(said, lang) }];
}

const aboutNumber: string[] = ["twice", "elsewhere", "being-imported"] satisfies RowReason[];
const columnOf = (reason: string, numberColumn: string): string =>
	aboutNumber.includes(reason) ? numberColumn : "";

function reasonWords({ reason, agency, rows }: Said, lang: Language): string {
	const t = rosterImportMessages[lang];
	if (reason === "twice") return t["reason.twice"](listed(rows, lang));
	if (reason === "other-agency" || reason === "elsewhere") return t[`reason.${reason}`](agency);
	const words = t[`reason.${reason}` as keyof typeof t];
	return typeof words === "string" ? words : reason;
}

const SHOWN = 10;

function listed(rows: readonly number[], lang: Language): string {
	const first = rows.slice(0, SHOWN).join(", ");
	const rest = rows.length - SHOWN;
	return rest > 0 ? `${first}, ${rosterImportMessages[lang].more(rest)}` : first;
}
