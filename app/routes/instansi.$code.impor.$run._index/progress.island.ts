// Asks how far a run has come while its page is looked at; when it turns to something else the page is fetched anew.
const EVERY_MS = 1500;
const part = document.querySelector<HTMLElement>("#progress");

if (part) setInterval(() => void askAgain(part), EVERY_MS);

async function askAgain(shown: HTMLElement): Promise<void> {
	if (document.hidden) return;
	try {
		const response = await fetch(location.href, { redirect: "error" });
		if (!response.ok) return;
		const page = new DOMParser().parseFromString(await response.text(), "text/html");
		const fresh = page.querySelector<HTMLElement>("#progress");
		if (fresh?.dataset.state !== shown.dataset.state) return location.reload();
		const [text, said] = [shown.querySelector("p"), fresh?.querySelector("p")];
		if (text && said && text.textContent !== said.textContent) text.textContent = said.textContent;
		const [bar, at] = [shown.querySelector("progress"), fresh?.querySelector("progress")];
		if (bar && at) bar.value = at.value;
	} catch {
		// The line is down: what is shown stays, and the next turn asks again.
	}
}
