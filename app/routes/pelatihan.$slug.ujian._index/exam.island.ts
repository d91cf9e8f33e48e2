// Saves each changed answer at once, keeps it on the device while there is no connection or session, and counts down.
// The form works without it.
import { type Field, isBox, isChanged } from "#app/ui/fieldChanged.ts";

type Fields = [name: string, value: string][];

const TYPING_PAUSE_MS = 1000;
const RETRY_MS = 15_000;

const form = document.querySelector<HTMLFormElement>("#exam");
const state = document.querySelector("#exam-state");
const clock = document.querySelector("#exam-left");

if (form) start(form);

function start(form: HTMLFormElement): void {
	const key = `cakap-exam-${form.dataset.attempt}`;
	/** By item ("q3"): all its fields, since an item is answered as a whole. */
	const waiting = new Map<string, Fields>(JSON.parse(localStorage.getItem(key) ?? "[]"));
	let pause: ReturnType<typeof setTimeout> | undefined;
	let sending = false;
	// On a slow line people answer before this script has come: what they see in the form is newer than what was kept.
	const answered = [...form.querySelectorAll(".exam-item")].filter((item) =>
		[...inputsOf(item)].some(isChanged),
	);
	for (const item of answered) waiting.set(item.id, fieldsOf(item));
	for (const [item, fields] of waiting) restore(item, fields);
	store();

	form.addEventListener("input", ({ target }) => {
		const item = target instanceof Element ? target.closest(".exam-item") : null;
		if (!item) return;
		waiting.set(item.id, fieldsOf(item));
		store();
		clearTimeout(pause);
		// A word is sent when its writer pauses, a tick at once.
		const isTyping = target instanceof HTMLInputElement && !isBox(target);
		pause = setTimeout(() => void send(), isTyping ? TYPING_PAUSE_MS : 0);
	});
	// The form sends only what has not been sent: an item that another tab has answered since stays as it is.
	form.addEventListener("formdata", ({ formData }) => {
		for (const name of [...formData.keys()]) {
			const item = /^q\d+/.exec(name)?.[0];
			if (item && !waiting.has(item)) formData.delete(name);
		}
	});
	window.addEventListener("online", () => void send());
	if (waiting.size > 0) void send();
	setInterval(() => void (waiting.size > 0 && send()), RETRY_MS);
	countDown(form, Number(form.dataset.left));

	/** One request at a time: of two on the way the older could arrive last and win. */
	async function send(): Promise<void> {
		if (sending) return;
		sending = true;
		const sent = new Map(waiting);
		const isSent = await deliver(form, sent);
		sending = false;
		if (!isSent) return say(form.dataset.savedHere ?? "");
		for (const [item, fields] of sent) if (waiting.get(item) === fields) waiting.delete(item);
		store();
		if (waiting.size > 0) return send();
		const time = new Intl.DateTimeFormat("id-ID", { timeStyle: "short" }).format(new Date());
		say(`${form.dataset.sent} ${time}`);
	}

	function store(): void {
		localStorage.setItem(key, JSON.stringify([...waiting]));
	}
}

/** Whether the server has stored the answers; false when there is no connection, no session or no open attempt. */
async function deliver(form: HTMLFormElement, answers: Map<string, Fields>): Promise<boolean> {
	const body = new FormData();
	body.set("attempt", form.dataset.attempt ?? "");
	for (const [item, fields] of answers) {
		// Says that the item was there when no box of it is ticked any more.
		body.set(`${item}.shown`, "1");
		for (const [name, value] of fields) body.append(name, value);
	}
	try {
		const answer = await fetch(form.dataset.save ?? "", { method: "POST", body, redirect: "error" });
		return answer.ok && ((await answer.json()) as { status: string }).status === "saved";
	} catch {
		return false;
	}
}

function inputsOf(item: Element): NodeListOf<Field> {
	return item.querySelectorAll("input:not([type=hidden]), select");
}

function fieldsOf(item: Element): Fields {
	const given = [...inputsOf(item)].filter((field) => !isBox(field) || field.checked);
	return given.map(({ name, value }) => [name, value]);
}

function restore(item: string, fields: Fields): void {
	const place = document.getElementById(item);
	for (const field of place ? inputsOf(place) : []) {
		const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
		if (isBox(field)) field.checked = values.includes(field.value);
		else field.value = values[0] ?? "";
	}
}

function say(text: string): void {
	if (state) state.textContent = text;
}

function countDown(form: HTMLFormElement, left: number): void {
	const end = performance.now() + left;
	const tick = () => {
		const seconds = Math.max(0, Math.round((end - performance.now()) / 1000));
		if (clock) clock.textContent = `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`;
		if (seconds === 0) return say(form.dataset.timeUp ?? "");
		setTimeout(tick, 1000);
	};
	tick();
}
