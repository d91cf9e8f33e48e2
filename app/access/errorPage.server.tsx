import { uiMessages } from "../i18n/messages/ui.ts";
import { ErrorPage, errorOf } from "../ui/ErrorPage.tsx";
import { pageResponse, renderPage } from "../ui/renderPage.server.tsx";
import { frameOf } from "./frame.server.ts";

/** The error page inside the site, for resource routes: what they throw would be answered bare. */
export async function errorPage(request: Request, status: number): Promise<Response> {
	const frame = await frameOf(request);
	const title = uiMessages[frame.lang][errorOf(status)];
	const html = renderPage({ frame, title, children: <ErrorPage kind={errorOf(status)} /> });
	return pageResponse(html, "error", { status });
}
