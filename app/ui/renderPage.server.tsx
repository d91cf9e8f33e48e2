import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Toast } from "../http/toast.server.ts";
import { FrameProvider, type PageFrame } from "./context.tsx";
import { Document } from "./Document.tsx";

type Page = { frame: PageFrame; title: string; toast?: Toast | null; children: ReactNode };

/** A whole page as HTML, for routes that answer without Remix's rendering. */
export function renderPage({ frame, title, toast, children }: Page): string {
	const markup = renderToStaticMarkup(
		<FrameProvider frame={frame}>
			<Document head={<title>{`${title} · Cakap`}</title>} toast={toast}>
				{children}
			</Document>
		</FrameProvider>,
	);
	return `<!DOCTYPE html>${markup}`;
}

/** The answer that carries a page; `route` is what the log calls it. */
export function pageResponse(html: string, route: string, init: ResponseInit = {}): Response {
	const headers = new Headers(init.headers);
	headers.set("Content-Type", "text/html; charset=utf-8");
	headers.set("x-cakap-route", route);
	return new Response(html, { ...init, headers });
}
