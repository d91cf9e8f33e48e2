import type { ReactNode } from "react";
import type { Toast } from "../http/toast.server.ts";
import { uiMessages } from "../i18n/messages/ui.ts";
import { useFrame, useMessages } from "./context.tsx";
import { ToastMessage } from "./Toast.tsx";

/** Header, main and footer of every page. */
export function Layout({ toast, children }: { toast: Toast | null; children: ReactNode }) {
	const t = useMessages(uiMessages);
	const { demo } = useFrame();
	return (
		<>
			<a className="skip" href="#isi">
				{t.skip}
			</a>
			<Header />
			<main id="isi" tabIndex={-1}>
				{toast ? <ToastMessage toast={toast} /> : null}
				{children}
			</main>
			<footer className="site-footer">
				{demo ? <p className="demo-note">{t.demo}</p> : null}
				<p>
					<a href="/bantuan">{t.help}</a> <a href="/periksa">{t.verify}</a>
				</p>
				<LanguageSwitch />
			</footer>
		</>
	);
}

function Header() {
	const t = useMessages(uiMessages);
	const { viewer, here } = useFrame();
	const sections = viewer?.sections ?? [{ to: "/pelatihan", label: t.catalogue }];
	return (
		<header className="site-header">
			<a className="brand" href="/">
				Cakap
			</a>
			<nav aria-label={t.mainNav}>
				<ul>
					{sections.map(({ to, label }) => (
						<li key={to}>
							<a href={to} aria-current={isWithin(here, to) ? "page" : undefined}>
								{label}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{viewer ? <Signed name={viewer.name} actsFor={viewer.actsFor} /> : <SignIn />}
		</header>
	);
}

function Signed({ name, actsFor }: { name: string; actsFor: string }) {
	const t = useMessages(uiMessages);
	return (
		<div className="who">
			<a href="/akun">{name}</a>
			{actsFor ? <a href="/peran">{t.actsFor(actsFor)}</a> : null}
			<form method="post" action="/keluar">
				<button type="submit" className="link">
					{t.signOut}
				</button>
			</form>
		</div>
	);
}

function SignIn() {
	const t = useMessages(uiMessages);
	return (
		<div className="who">
			<a className="button small" href="/masuk">
				{t.signIn}
			</a>
		</div>
	);
}

function LanguageSwitch() {
	const t = useMessages(uiMessages);
	const { lang, here } = useFrame();
	const names = { id: t.indonesian, en: t.english } as const;
	return (
		<form method="post" action="/bahasa" className="languages">
			<input type="hidden" name="next" value={here} />
			{(["id", "en"] as const).map((code) => (
				<button
					key={code}
					type="submit"
					name="lang"
					value={code}
					lang={code}
					aria-pressed={lang === code}
					className="link"
				>
					{names[code]}
				</button>
			))}
		</form>
	);
}

const isWithin = (here: string, to: string) =>
	here === to || here.startsWith(`${to}/`) || here.startsWith(`${to}?`);
