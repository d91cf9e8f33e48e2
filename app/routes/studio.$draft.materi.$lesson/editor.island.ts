// Saves the text a moment after it was typed, shows the preview that the server made of it, and keeps it on the
// device while there is no connection. The form works without it.
import { type Field, isChanged } from "#app/ui/fieldChanged.ts";

const form = document.querySelector<HTMLFormElement>("#editor");
const state = document.querySelector("#editor-state");
const source = form?.querySelector<HTMLTextAreaElement>("textarea[name=source]");
const revision = form?.querySelector<HTMLInputElement>("input[name=revision]");
const PAUSE_MS = 2000;

type Answer = {
	status: "saved" | "conflict" | "closed";
	revision: number;
	html: string;
	findings: { line: number | null; message: string; mend: string }[];
};

if (form?.dataset.save && source && revision) start(form, source, revision, form.dataset.save);

function start(
	form: HTMLFormElement,
	source: HTMLTextAreaElement,
	revision: HTMLInputElement,
	address: string,
): void {
	const key = form.dataset.key ?? "cakap-studio";
	let timer: ReturnType<typeof setTimeout> | undefined;
	let sending = false;

	recover();
	form.addEventListener("input", changed);
	// On a slow line people write before this script has come.
	if ([...form.querySelectorAll<Field>("input:not([type=hidden]), textarea")].some(isChanged)) changed();
	window.addEventListener("online", () => void save());
	showButtons(source);

	function changed(): void {
		localStorage.setItem(key, JSON.stringify(Object.fromEntries(new FormData(form))));
		later();
	}

	/** Puts back what was not sent, with the revision that it was written on: a newer text of another is not lost. */
	function recover(): void {
		const kept: Record<string, string> = JSON.parse(localStorage.getItem(key) ?? "{}");
		if (kept.source === undefined || kept.source === source.value) {
			localStorage.removeItem(key);
			return;
		}
		for (const [name, value] of Object.entries(kept)) {
			const field = form.elements.namedItem(name);
			if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
		}
		say(form.dataset.recovered);
	}

	function later(): void {
		clearTimeout(timer);
		timer = setTimeout(() => void save(), PAUSE_MS);
	}

	async function save(): Promise<void> {
		// One at a time: the next one needs the revision that this one brings back.
		if (sending) return later();
		sending = true;
		const body = new FormData(form);
		const text = source.value;
		try {
			const response = await fetch(address, { method: "POST", body, redirect: "manual" });
			if (response.type === "opaqueredirect") return say(form.dataset.signedOut);
			const answer = (await response.json()) as Answer;
			if (answer.status !== "saved") return say(form.dataset.conflict);
			revision.value = String(answer.revision);
			if (source.value === text) localStorage.removeItem(key);
			show(answer);
			say(
				`${form.dataset.savedAt} ${new Intl.DateTimeFormat("id-ID", { timeStyle: "short" }).format(new Date())}`,
			);
		} catch {
			say(form.dataset.offline);
		} finally {
			sending = false;
		}
	}
}

function showButtons(source: HTMLTextAreaElement): void {
	const group = document.querySelector<HTMLFieldSetElement>("#insert");
	if (!group) return;
	group.hidden = false;
	group.addEventListener("click", (event) => {
		const text = event.target instanceof HTMLElement ? event.target.dataset.text : undefined;
		if (!text) return;
		source.setRangeText(text, source.selectionStart, source.selectionEnd, "end");
		source.dispatchEvent(new Event("input", { bubbles: true }));
		source.focus();
	});
}

function show({ html, findings }: Answer): void {
	const list = document.querySelector<HTMLUListElement>("#findings");
	const preview = document.querySelector("#preview");
	// The last good preview stays while the text has findings.
	if (preview && findings.length === 0) preview.innerHTML = html;
	list?.replaceChildren(
		...findings.map(({ line, message, mend }) => {
			const item = document.createElement("li");
			const place = line ? `${list.dataset.line?.replace("#", String(line))}: ` : "";
			item.textContent = `${place}${message} ${mend}`;
			return item;
		}),
	);
	if (list && findings.length === 0) {
		const none = document.createElement("li");
		none.textContent = list.dataset.none ?? "";
		list.append(none);
	}
}

function say(text: string | undefined): void {
	if (state) state.textContent = text ?? "";
}
