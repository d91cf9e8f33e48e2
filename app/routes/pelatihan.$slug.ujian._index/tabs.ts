// Tells the tabs of one browser of each other. Runs in the browser.

type Word = "opened" | "present" | "took-over";

/** `onOther`: the attempt is open in another tab; `onTakenOver`: the person went on there. */
export function otherTabs(attempt: string, on: { onOther: () => void; onTakenOver: () => void }) {
	if (typeof BroadcastChannel === "undefined") return { takeOver() {} };
	const channel = new BroadcastChannel(`cakap-exam-${attempt}`);
	const say = (word: Word) => channel.postMessage(word);
	channel.addEventListener("message", ({ data }: MessageEvent<Word>) => {
		if (data === "took-over") return on.onTakenOver();
		if (data === "opened") say("present");
		on.onOther();
	});
	say("opened");
	return { takeOver: () => say("took-over") };
}
