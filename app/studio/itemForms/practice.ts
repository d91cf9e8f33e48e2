import type { ItemOf } from "../../assessment/item.ts";
import { inboxActions } from "../../assessment/items/inbox.ts";
import { accessLevels } from "../../assessment/items/sharing.ts";
import {
	barred,
	cellsOf,
	type FormOf,
	idOf,
	idsOf,
	linesOf,
	namedLines,
	numberOf,
	textOf,
	textsOf,
	wordsOf,
} from "./form.ts";

/**
 * Blocks between lines of three dashes. A block's lines are "Nama: nilai"; what follows "Isi:" is its body. The words are
 * Indonesian as the bank is.
 */
function blocksOf(text: string): { fields: [string, string][]; get: (name: string) => string }[] {
	return text
		.split(/^\s*-{3,}\s*$/m)
		.filter((block) => block.trim() !== "")
		.map((block) => {
			const [head = "", ...body] = block.split(/^\s*isi\s*:/im);
			const fields = linesOf(head).map((line): [string, string] => {
				const [, name = line, value = ""] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
				return [name.trim(), value.trim()];
			});
			if (body.length > 0) fields.push(["Isi", body.join("Isi:").trim()]);
			const get = (name: string) =>
				fields.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1] ?? "";
			return { fields, get };
		});
}

const written = (fields: [string, string | undefined][]): string =>
	fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n");
const joined = (blocks: string[]): string => blocks.join("\n---\n");

export const inboxForm: FormOf<ItemOf<"inbox">> = {
	fields: ["messages", "actions"],
	read(form) {
		const actions = form.actions.trim() ? namedLines(form.actions, inboxActions) : inboxActions;
		const messages = blocksOf(form.messages).map(({ get }, index) => ({
			id: `p${index + 1}`,
			from: get("Dari"),
			subject: get("Perihal"),
			time: get("Waktu") || undefined,
			attachment: get("Lampiran") || undefined,
			body: get("Isi"),
			right: idsOf(actions, get("Tepat")),
			feedback: get("Umpan balik") || undefined,
		}));
		return { messages, actions };
	},
	write: ({ messages, actions }) => ({
		actions: textsOf(actions),
		messages: joined(
			messages.map(({ from, subject, time, attachment, body, right, feedback }) =>
				written([
					["Dari", from],
					["Perihal", subject],
					["Waktu", time],
					["Lampiran", attachment],
					["Tepat", wordsOf(actions, right)],
					["Umpan balik", feedback],
					["Isi", body],
				]),
			),
		),
	}),
};

export const sharingForm: FormOf<ItemOf<"sharing">> = {
	fields: ["document", "parties", "levels"],
	read(form) {
		const levels = form.levels.trim() ? namedLines(form.levels, accessLevels) : accessLevels;
		const parties = linesOf(form.parties).map((line, index) => {
			const [name = "", need, right = "", feedback] = cellsOf(line);
			return {
				id: `p${index + 1}`,
				name,
				need: need || undefined,
				right: idsOf(levels, right),
				feedback: feedback || undefined,
			};
		});
		return { document: form.document, parties, levels };
	},
	write: ({ document, parties, levels }) => ({
		document,
		levels: textsOf(levels),
		parties: parties
			.map(({ name, need, right, feedback }) => barred([name, need, wordsOf(levels, right), feedback]))
			.join("\n"),
	}),
};

const OWN = ["berkas", "keputusan", "alasan", "umpan balik"];

export const signedFileForm: FormOf<ItemOf<"signedfile">> = {
	fields: ["files", "reasons"],
	read(form) {
		const reasons = namedLines(form.reasons);
		const files = blocksOf(form.files).map(({ fields, get }, index) => ({
			id: `f${index + 1}`,
			name: get("Berkas"),
			facts: fields
				.filter(([name]) => !OWN.includes(name.toLowerCase()))
				.map(([label, value]) => ({ label, value })),
			valid: /^(tidak )?sah$/i.test(get("Keputusan")) ? /^sah$/i.test(get("Keputusan")) : undefined,
			reason: idOf(reasons, get("Alasan")),
			feedback: get("Umpan balik") || undefined,
		}));
		return { files, reasons };
	},
	write: ({ files, reasons }) => ({
		reasons: textsOf(reasons),
		files: joined(
			files.map(({ name, facts, valid, reason, feedback }) =>
				written([
					["Berkas", name],
					...facts.map(({ label, value }): [string, string] => [label, value]),
					["Keputusan", valid ? "sah" : "tidak sah"],
					["Alasan", textOf(reasons, reason)],
					["Umpan balik", feedback],
				]),
			),
		),
	}),
};

/** A criterion begins with #; below it stand its levels, "poin | teks". */
export const essayForm: FormOf<ItemOf<"essay">> = {
	fields: ["rubric"],
	read: (form) => ({
		rubric: form.rubric
			.split(/^\s*#/m)
			.filter((block) => block.trim() !== "")
			.map((block, index) => {
				const [text = "", ...levels] = linesOf(block);
				const level = (line: string) => {
					const [points = "", words = ""] = cellsOf(line);
					return { points: numberOf(points), text: words };
				};
				return { id: `k${index + 1}`, text, levels: levels.map(level) };
			}),
	}),
	write: ({ rubric }) => ({
		rubric: rubric
			.map(({ text, levels }) =>
				[`# ${text}`, ...levels.map((one) => `${one.points} | ${one.text}`)].join("\n"),
			)
			.join("\n"),
	}),
};
