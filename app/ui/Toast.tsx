import type { Toast } from "../http/toast.server.ts";

/** What the last act brought about, said once, also to screen readers. */
export function ToastMessage({ toast }: { toast: Toast }) {
	return (
		<p className={`toast ${toast.kind}`} role={toast.kind === "bad" ? "alert" : "status"}>
			{toast.text}
		</p>
	);
}
