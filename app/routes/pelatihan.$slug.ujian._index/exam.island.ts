// Saves each changed answer at once, keeps it on the device while there is no connection or session, and counts down.
// The form works without it.
const form = document.querySelector<HTMLFormElement>("#exam");
const state = document.querySelector("#exam-state");
const clock = document.querySelector("#exam-left");

if (form) {
	const key = `cakap-exam-${form.dataset.attempt}`;
	const waiting = new Map<string, string[]>(JSON.parse(localStorage.getItem(key) ?? "[]"));
	for (const [name, values] of waiting) restore(name, values);

	form.addEventListener("change", (event) => {
		const field = event.target;
		if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
		keep(field.name);
		void send();
	});
	window.addEventListener("online", () => void send());
	if (waiting.size > 0) void send();
	setInterval(() => void (waiting.size > 0 && send()), 15_000);
	countDown(Number(form.dataset.left));

	function keep(name: string): void {
		waiting.set(name, new FormData(form as HTMLFormElement).getAll(name).map(String));
		localStorage.setItem(key, JSON.stringify([...waiting]));
	}

	async function send(): Promise<void> {
		const sent = new Map(waiting);
		const body = new FormData();
		body.set("attempt", form?.dataset.attempt ?? "");
		for (const [name, values] of sent) {
			// Says that the group was there when no box of it is ticked any more.
			body.set(`${name}.shown`, "1");
			for (const value of values) body.append(name, value);
		}
		try {
			const answer = await fetch(form?.dataset.save ?? "", {
				method: "POST",
				body,
				redirect: "error",
			});
			const outcome = (await answer.json()) as { status: string };
			if (!answer.ok || outcome.status !== "saved") throw new Error(outcome.status);
			for (const [name, values] of sent) if (waiting.get(name) === values) waiting.delete(name);
			localStorage.setItem(key, JSON.stringify([...waiting]));
			const time = new Intl.DateTimeFormat("id-ID", { timeStyle: "short" }).format(new Date());
			say(`${form?.dataset.sent} ${time}`);
		} catch {
			say(form?.dataset.savedHere ?? "");
		}
	}

	function restore(name: string, values: string[]): void {
		for (const field of form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
			`[name="${CSS.escape(name)}"]`,
		) ?? []) {
			if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type))
				field.checked = values.includes(field.value);
			else field.value = values[0] ?? "";
		}
	}
}

function say(text: string): void {
	if (state) state.textContent = text;
}

function countDown(left: number): void {
	const end = performance.now() + left;
	const tick = () => {
		const seconds = Math.max(0, Math.round((end - performance.now()) / 1000));
		if (clock) clock.textContent = `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`;
		if (seconds === 0) return say(form?.dataset.timeUp ?? "");
		setTimeout(tick, 1000);
	};
	tick();
}

// A module of its own: its names are not shared with other islands.
export {};
