import { refusal } from "../refusals.ts";
import type { Package } from "./package.ts";
import { readWhole } from "./parts.ts";

export type SheetPart = { name: string; part: string; isHidden: boolean };
export type Workbook = {
	/** In the order of their tabs; hidden ones last. */
	sheets: SheetPart[];
	is1904: boolean;
	strings: string;
	styles: string;
};

/** @throws RosterRefused where it is no workbook of the open format */
export async function readWorkbook(file: Package): Promise<Workbook> {
	const main = "xl/workbook.xml";
	if (!file.has(main)) throw refusal(file.has("xl/workbook.bin") ? "oldExcel" : "notRoster");
	const targets = await targetsOf(file);
	const sheets: SheetPart[] = [];
	let is1904 = false;
	await readWhole(file, main, {
		open(name, attributes) {
			if (name === "workbookPr") is1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
			if (name !== "sheet") return;
			const part = targets.get(idOf(attributes));
			const isHidden = (attributes.state ?? "visible") !== "visible";
			if (part && file.has(part)) sheets.push({ name: attributes.name ?? "", part, isHidden });
		},
	});
	if (!sheets.length) throw refusal("truncated");
	sheets.sort((a, b) => Number(a.isHidden) - Number(b.isHidden));
	const typed = (type: string) => targets.get(`type:${type}`) ?? `xl/${type}.xml`;
	return { sheets, is1904, strings: typed("sharedStrings"), styles: typed("styles") };
}

/** The reference of a sheet to its part stands under a prefix that the writer chose. */
const idOf = (attributes: Record<string, string>): string =>
	Object.entries(attributes).find(([name]) => /^[^:]+:id$/.test(name))?.[1] ?? "";

/** Parts by their relationship's id, and by "type:" and its kind; a target outside of the package is none. */
async function targetsOf(file: Package): Promise<Map<string, string>> {
	const targets = new Map<string, string>();
	await readWhole(file, "xl/_rels/workbook.xml.rels", {
		open(name, { Id = "", Type = "", Target = "", TargetMode }) {
			if (name !== "Relationship" || TargetMode === "External") return;
			const part = Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`;
			targets.set(Id, part);
			targets.set(`type:${Type.slice(Type.lastIndexOf("/") + 1)}`, part);
		},
	});
	return targets;
}
