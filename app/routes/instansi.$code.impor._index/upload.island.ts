// Says before anything is sent that a file is too large: the server would refuse it after its first bytes.
const MOST_BYTES = 300 * 1024 * 1024;
const input = document.querySelector<HTMLInputElement>("#f-file");

input?.addEventListener("change", () => {
	const isTooLarge = (input.files?.[0]?.size ?? 0) > MOST_BYTES;
	input.setCustomValidity(isTooLarge ? (input.dataset.tooLarge ?? "") : "");
	input.reportValidity();
});
