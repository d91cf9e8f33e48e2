import type { ReactNode } from "react";
import type { Toast } from "../http/toast.server.ts";
import { useFrame } from "./context.tsx";
import { Layout } from "./Layout.tsx";
import siteCss from "./styles/site.css?url";

type DocumentProps = { head?: ReactNode; toast?: Toast | null; children: ReactNode };

/** The whole HTML document. No page hydrates: scripts are the islands that a page puts in itself. */
export function Document({ head, toast = null, children }: DocumentProps) {
	const { lang } = useFrame();
	return (
		<html lang={lang}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				<link rel="stylesheet" href={siteCss} />
				{head}
				{import.meta.env.DEV ? <script type="module" src="/@vite/client" /> : null}
			</head>
			<body>
				<Layout toast={toast}>{children}</Layout>
			</body>
		</html>
	);
}
