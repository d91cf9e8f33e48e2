// Saves each changed answer at once, keeps it on the device while there is no connection or session, and counts down.
// The form works without it.
type Fields = [name: string, value: string][];

const form = document.querySelector<HTMLFormElement>("#exam");
const state = document.querySelector("#exam-state");
const clock = document.querySelector("#exam-left");

if (form) start(form);

function start(form: HTMLFormElement): void {
	const key = `cakap-exam-${form.dataset.attempt}`;
	/** By item ("q3"): all its fields, since an item is answered as a whole. */
	const waiting = new Map<string, Fields>(JSON.parse(localStorage.getItem(key) ?? "[]"));
	for (const [item, fields] of waiting) restore(item, fields);

	form.addEventListener("change", (event) => {
		const item = event.target instanceof Element ? event.target.closest(".exam-item") : null;
		if (!item) return;
		waiting.set(item.id, fieldsOf(item));
		store();
		void send();
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
	setInterval(() => void (waiting.size > 0 && send()), 15_000);
	countDown(form, Number(form.dataset.left));

	async function send(): Promise<void> {
		const sent = new Map(waiting);
		const body = new FormData();
		body.set("attempt", form.dataset.attempt ?? "");
		for (const [item, fields] of sent) {
			// Says that the item was there when no box of it is ticked any more.
			body.set(`${item}.shown`, "1");
			for (const [name, value] of fields) body.append(name, value);
		}
		try {
			const answer = await fetch(form.dataset.save ?? "", { method: "POST", body, redirect: "error" });
			const outcome = (await answer.json()) as { status: string };
			if (!answer.ok || outcome.status !== "saved") throw new Error(outcome.status);
			for (const [item, fields] of sent) if (waiting.get(item) === fields) waiting.delete(item);
			store();
			const time = new Intl.DateTimeFormat("id-ID", { timeStyle: "short" }).format(new Date());
			say(`${form.dataset.sent} ${time}`);
		} catch {
			say(form.dataset.savedHere ?? "");
		}
	}

	function store(): void {
		localStorage.setItem(key, JSON.stringify([...waiting]));
	}
}

type Field = HTMLInputElement | HTMLSelectElement;
const inputsOf = (item: Element) => item.querySelectorAll<Field>("input:not([type=hidden]), select");
const isBox = (field: Field): field is HTMLInputElement =>
	field instanceof HTMLInputElement && /radio|checkbox/.test(field.type);

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

// A module of its own: its names are not shared with other islands.
export {};
