import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	useLoaderData,
	useRouteError,
	useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { frameOf } from "./access/frame.server.ts";
import { takeToast } from "./http/toast.server.ts";
import { uiMessages } from "./i18n/messages/ui.ts";
import { type Fault, FrameProvider, useFrame } from "./ui/context.tsx";
import { Document } from "./ui/Document.tsx";
import { type ErrorKind, ErrorPage, errorOf } from "./ui/ErrorPage.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const { toast, headers } = takeToast(request);
	return json({ frame: await frameOf(request), toast }, { headers });
}

/** Of this document's loaders, each may set cookies (the toast taken away, a session renewed). */
export function headers({
	loaderHeaders,
	actionHeaders,
}: {
	loaderHeaders: Headers;
	actionHeaders: Headers;
}) {
	const all = new Headers(actionHeaders);
	for (const cookie of loaderHeaders.getSetCookie()) all.append("Set-Cookie", cookie);
	return all;
}

export function Layout({ children }: { children: ReactNode }) {
	const data = useRouteLoaderData<typeof loader>("root");
	// Without the root loader's data (it threw, or no route matched) the stranger's frame has to do.
	const outer = useFrame();
	const error = useRouteError();
	const frame = data ? { ...data.frame, fault: outer.fault } : outer;
	return (
		<FrameProvider frame={frame}>
			<Document
				head={
					<>
						{error ? (
							<title>{`${uiMessages[frame.lang][errorKind(error, frame.fault)]} · Cakap`}</title>
						) : (
							<Meta />
						)}
						<Links />
					</>
				}
				toast={data?.toast}
			>
				{children}
			</Document>
		</FrameProvider>
	);
}

export default function App() {
	useLoaderData<typeof loader>();
	return <Outlet />;
}

export function ErrorBoundary() {
	const { fault } = useFrame();
	return <ErrorPage kind={errorKind(useRouteError(), fault)} />;
}

function errorKind(error: unknown, fault: Fault | undefined): ErrorKind {
	if (isRouteErrorResponse(error)) return errorOf(error.status);
	if (fault === "full") return "errorFull";
	return fault === "unavailable" ? "error503" : "error500";
}
