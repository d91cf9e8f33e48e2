import path from "node:path";
import { FileRefused, type Note, note } from "../notes.ts";
import { decoded } from "../pictures.ts";
import type { ReadFile, ReadQuestion } from "../reading.ts";
import { within } from "../xml.ts";
import { titleOf } from "./body.ts";
import { readQtiItem } from "./readItem.ts";
import { qtiRoot } from "./root.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/** The items that a package's manifest and tests name, in the order of the tests. @throws FileRefused without a manifest */
export function readPackage(files: Files): ReadFile {
	const manifest = manifestOf(files);
	const { root } = qtiRoot(files.get(manifest) as Uint8Array, manifest);
	const resources = within(root, "resource").map(({ attributes }) => ({
		type: attributes.type ?? "",
		file: resolved(manifest, attributes.href ?? ""),
	}));
	const notes: Note[] = [];
	const tests = resources
		.filter(({ type }) => /^imsqti_(test|assessment)/.test(type))
		.map(({ file }) => file);
	const named = tests.flatMap((test) => itemsOfTest(test, files, notes));
	const listed = resources.filter(({ type }) => /^imsqti_(apip)?item/.test(type)).map(({ file }) => file);
	const all = [...new Set([...named, ...listed])];
	if (all.length === 0) throw new FileRefused(note("file.noQuestions"));
	tellUnread(
		[...files.keys()],
		new Set([manifest, ...tests, ...all, ...resources.map(({ file }) => file)]),
		root,
		manifest,
		notes,
	);
	return { questions: all.map((file) => readFile(file, files)), notes };
}

function manifestOf(files: Files): string {
	const found = [...files.keys()].filter(
		(name) => path.posix.basename(name).toLowerCase() === "imsmanifest.xml",
	);
	const [shallowest] = found.sort((a, b) => a.split("/").length - b.split("/").length);
	if (shallowest === undefined) throw new FileRefused(note("file.noManifest"));
	return shallowest;
}

/** A name within the package as seen from one of its files. */
const resolved = (from: string, href: string): string =>
	path.posix.join(path.posix.dirname(from), decoded(href.split(/[?#]/)[0] ?? ""));

function itemsOfTest(test: string, files: Files, notes: Note[]): string[] {
	const bytes = files.get(test);
	if (!bytes) return [];
	const { root } = qtiRoot(bytes, test);
	notes.push(note("file.test", titleOf(root) || path.posix.basename(test)));
	return within(root, "assessmentItemRef").map(({ attributes }) => resolved(test, attributes.href ?? ""));
}

function readFile(file: string, files: Files): ReadQuestion {
	const missing = { name: path.posix.basename(file), handle: file, file, line: null, code: null };
	const refused = (refusal: Note, line: number | null = null): ReadQuestion => ({
		...missing,
		line,
		facts: {},
		candidate: null,
		refusal,
		notes: [],
		pictures: [],
	});
	const bytes = files.get(file);
	if (!bytes) return refused(note("no.file", file));
	try {
		const { root } = qtiRoot(bytes, file);
		if (root.name !== "assessmentItem") return refused(note("no.element", root.name));
		return readQtiItem(root, file, (href) => files.get(resolved(file, href)));
	} catch (error) {
		if (error instanceof FileRefused) return refused(error.note, error.line);
		throw error;
	}
}

/** XML files that neither the manifest nor a test names; pictures and styles come with the items that use them. */
function tellUnread(
	names: string[],
	known: ReadonlySet<string>,
	root: Parameters<typeof within>[0],
	manifest: string,
	notes: Note[],
): void {
	const listed = new Set(
		within(root, "file").map(({ attributes }) => resolved(manifest, attributes.href ?? "")),
	);
	const unread = names.filter((name) => /\.xml$/i.test(name) && !known.has(name) && !listed.has(name));
	if (unread.length > 0) notes.push(note("file.unlisted", unread.join(", ")));
}
