// Keeps each answer on the device as it is given, sends it when it can, says which of the two is true, and shows the
// server's clock. The form works without it. docs/decisions/0013.
import { openJournal } from "#app/offline/journal.ts";
import { isBox } from "#app/ui/fieldChanged.ts";
import { examClock } from "./examClock.ts";
import { answerOf, isAnswered, positionOf, showAnswer } from "./itemFields.ts";
import { type Sent, sender, type Told } from "./sender.ts";
import { otherTabs } from "./tabs.ts";

const TYPING_PAUSE_MS = 600;
/** Each pause makes an answer of its own, of a long text too: at most some hundred in an hour. */
const WRITING_PAUSE_MS = 4000;
const RETRY_MS = 10_000;
const SIGN_MS = 45_000;

const form = document.querySelector<HTMLFormElement>("#exam");
if (form) void start(form);

const itemOf = (target: EventTarget | null) =>
	target instanceof Element ? target.closest(".exam-item") : null;

/** The items that were answered before this script came, or are while the journal is being opened. */
function answeredEarly(form: HTMLFormElement, all: readonly Element[]) {
	const items = new Set(all.filter(isAnswered));
	const note = ({ target }: Event) => {
		const item = itemOf(target);
		if (item) items.add(item);
	};
	form.addEventListener("input", note);
	return { items, end: () => form.removeEventListener("input", note) };
}

async function start(form: HTMLFormElement): Promise<void> {
	const attempt = form.dataset.attempt ?? "";
	const words = form.dataset;
	const items = [...form.querySelectorAll(".exam-item")];
	const state = document.querySelector("#exam-state");
	const elsewhere = document.querySelector<HTMLElement>("#exam-elsewhere");
	const early = answeredEarly(form, items);
	const journal = await openJournal<Told>();
	const { send, leave } = sender(words.save ?? "", attempt, journal);
	/** Typed a moment ago and not yet in the journal. */
	const typing = new Map<Element, ReturnType<typeof setTimeout>>();
	let keeping: Promise<unknown> = Promise.resolve();
	let isHandingIn = false;
	let isElsewhere = false;
	let isOver = false;

	const clock = examClock({ at: Number(words.now), leftMs: Number(words.left) }, (text, over) => {
		const place = document.querySelector("#exam-left");
		if (place) place.textContent = text;
		if (over !== isOver) {
			isOver = over;
			if (over) say(words.timeUp ?? "");
			lock();
		}
	});
	const tabs = otherTabs(attempt, {
		onOther: () => tellElsewhere(words.otherTab ?? "", false),
		onTakenOver: () => tellElsewhere(words.tabTookOver ?? "", true),
	});

	await restore(early.items);
	// From here to the listeners nothing is waited for: what is answered is noted by the one or by the other.
	early.end();
	form.addEventListener("input", ({ target }) => {
		const item = itemOf(target);
		if (!item) return;
		clearTimeout(typing.get(item));
		const isWritten = target instanceof HTMLTextAreaElement;
		if (!isWritten && !(target instanceof HTMLInputElement && !isBox(target))) return keep(item);
		const pause = isWritten ? WRITING_PAUSE_MS : TYPING_PAUSE_MS;
		typing.set(
			item,
			setTimeout(() => keep(item), pause),
		);
	});
	form.addEventListener("focusout", keepTyped);
	// The journal has brought the answers: the form's own fields would tell them again, as given only now.
	form.addEventListener("formdata", ({ formData }) => {
		for (const name of [...formData.keys()]) if (/^q\d+/.test(name)) formData.delete(name);
	});
	form.addEventListener("submit", (event) => {
		if (isHandingIn) return;
		event.preventDefault();
		void handIn(event.submitter);
	});
	elsewhere?.querySelector("button")?.addEventListener("click", () => void takeOver());
	window.addEventListener("online", () => void bring());
	window.addEventListener("pagehide", () => {
		keepTyped();
		void leave();
	});
	// Back from the cache the page would show what it knew when it was left.
	window.addEventListener("pageshow", ({ persisted }) => void (persisted && location.reload()));
	setInterval(() => void retry(), RETRY_MS);
	setInterval(() => void bring("stays"), SIGN_MS);
	for (const item of early.items) keep(item);
	await keeping;
	await bring("opened");

	/** What waits in the journal is newer than the page; what was answered before it was read is newer still. */
	async function restore(except: ReadonlySet<Element>): Promise<void> {
		for (const { body } of await journal.waiting(attempt)) {
			const item = items.find((one) => positionOf(one) === body.position);
			if (item && !except.has(item)) showAnswer(item, body.value);
		}
	}

	function keep(item: Element): void {
		clearTimeout(typing.get(item));
		typing.delete(item);
		const told = { position: positionOf(item), value: answerOf(item), ...clock.claim() };
		keeping = keeping
			.then(() => journal.add(attempt, told))
			.then(() => say((journal.isDurable ? words.savedHere : words.notSent) ?? ""))
			.then(() => void bring());
	}

	function keepTyped(): void {
		for (const item of [...typing.keys()]) keep(item);
	}

	async function bring(sign: "opened" | "stays" | "takes-over" | null = null): Promise<Sent> {
		const sent = await send(sign);
		await tell(sent);
		return sent;
	}

	async function retry(): Promise<void> {
		if ((await journal.waiting(attempt)).length > 0) await bring();
	}

	async function tell(sent: Sent): Promise<void> {
		const waits = (await journal.waiting(attempt)).length > 0;
		if (sent === "signed-out") return say(words.signedOut ?? "", words.signIn);
		if (sent === "not-yours") return say(words.notYours ?? "");
		if (sent === "unreachable") {
			if (waits) say((journal.isDurable ? words.savedHere : words.notSent) ?? "");
			return;
		}
		clock.hear({ at: sent.now, leftMs: sent.leftMs });
		if (!sent.isOpen) return say(words.closed ?? "", words.result);
		if (sent.elsewhere) {
			const { name, at, isInUse } = sent.elsewhere;
			const text = (isInUse ? words.deviceTookOver : words.otherDevice) ?? "";
			tellElsewhere(text.replace("{name}", name).replace("{at}", at), isInUse);
		}
		if (sent.refused.length > 0) return say(sent.refused[0]?.why ?? "");
		if (sent.late > 0) return say(words.keptLate ?? "");
		if (sent.kept.length > 0) say(`${words.sent} ${sent.at}`);
	}

	function tellElsewhere(text: string, isTaken: boolean): void {
		isElsewhere = isTaken;
		if (elsewhere) elsewhere.hidden = false;
		const place = elsewhere?.querySelector("span");
		if (place) place.textContent = text;
		lock();
	}

	function lock(): void {
		for (const item of items) item.toggleAttribute("disabled", isElsewhere || isOver);
	}

	/** Goes on here: with what the other has sent, if the server can be reached. */
	async function takeOver(): Promise<void> {
		tabs.takeOver();
		const sent = await bring("takes-over");
		if (typeof sent !== "string") return location.reload();
		isElsewhere = false;
		if (elsewhere) elsewhere.hidden = true;
		lock();
		await restore(new Set());
	}

	/** Only with everything sent: what is still on the device must not be left behind. */
	async function handIn(button: HTMLElement | null): Promise<void> {
		for (let before = Number.POSITIVE_INFINITY; ; ) {
			keepTyped();
			await keeping;
			const sent = await bring();
			const { length } = await journal.waiting(attempt);
			if (typeof sent !== "string" && length === 0) break;
			// The other two were told, and need the person.
			if (sent === "signed-out" || sent === "not-yours") return;
			// What was given meanwhile is sent too; when nothing goes any more, the person is told to try later.
			if (sent === "unreachable" || length >= before) return say(words.handInLater ?? "");
			before = length;
		}
		isHandingIn = true;
		form.requestSubmit(button);
	}

	function say(text: string, link?: string): void {
		if (!state) return;
		state.textContent = text;
		if (!link) return;
		const a = Object.assign(document.createElement("a"), { href: link, textContent: words.goOn });
		state.append(" ", a);
	}
}
