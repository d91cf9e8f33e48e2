import { renderToStaticMarkup } from "react-dom/server";
import type { Toast } from "../http/toast.server.ts";
import { ToastMessage } from "./Toast.tsx";

/** The toast as HTML for pages made from a template; "" without one. */
export function toastHtml(toast: Toast | null): string {
	return toast ? renderToStaticMarkup(<ToastMessage toast={toast} />) : "";
}
