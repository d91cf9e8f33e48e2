// Fetches the live list anew every few seconds while the page is seen. Without it "Muat ulang" does the same.
const live = document.querySelector<HTMLElement>("#live");

if (live) setInterval(() => void refresh(live), Number(live.dataset.every ?? "10") * 1000);

async function refresh(part: HTMLElement): Promise<void> {
	// Whoever is at a row is not interrupted; a hidden tab asks nothing.
	if (document.hidden || part.contains(document.activeElement)) return;
	try {
		const response = await fetch(location.href, { redirect: "error" });
		if (!response.ok) return;
		const page = new DOMParser().parseFromString(await response.text(), "text/html");
		const fresh = page.querySelector("#live");
		if (!fresh || part.contains(document.activeElement)) return;
		const chosen = new Set(boxes(part).flatMap((box) => (box.checked ? [box.value] : [])));
		part.replaceChildren(...fresh.childNodes);
		for (const box of boxes(part)) box.checked = chosen.has(box.value);
	} catch {
		// The line is down: the time that the list shows says how old it is.
	}
}

const boxes = (part: HTMLElement) => [...part.querySelectorAll<HTMLInputElement>("input[name=people]")];
