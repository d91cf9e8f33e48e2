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
import { FrameProvider, useFrame } from "./ui/context.tsx";
import { Document } from "./ui/Document.tsx";
import { asKnownStatus, ErrorPage } from "./ui/ErrorPage.tsx";

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
	return (
		<FrameProvider frame={data ? { ...data.frame, fault: outer.fault } : outer}>
			<Document
				head={
					<>
						<Meta />
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
	const error = useRouteError();
	const { fault } = useFrame();
	if (isRouteErrorResponse(error)) return <ErrorPage status={asKnownStatus(error.status)} />;
	return <ErrorPage status={fault === "unknown" || !fault ? 500 : 503} full={fault === "full"} />;
}
