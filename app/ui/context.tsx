import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "../i18n/language.ts";

/** What every page knows of who looks and how: the public part of the viewer, safe to render. */
export type PageFrame = {
	lang: Language;
	/** Path with query of this page, for the language switch and sign-in. */
	here: string;
	viewer: FrameViewer | null;
	/** The viewer's zone, or WIB. */
	timeZone: string;
	demo: boolean;
	/** Finds the request in the log. */
	requestId: string;
	/** What went wrong while this page was made, as far as its reader should know. */
	fault?: Fault;
};

export type Fault = "full" | "unavailable" | "unknown";

export type FrameViewer = {
	name: string;
	agencyName: string;
	/** The agency that is acted for, by its short name, where roles are held in several; "" else. */
	actsFor: string;
	/** Where the sections of the site that this person may open lie. */
	sections: readonly Section[];
};
export type Section = { to: string; label: string };

export const strangersFrame: PageFrame = {
	lang: "id",
	here: "/",
	viewer: null,
	timeZone: "Asia/Jakarta",
	demo: false,
	requestId: "",
};
const FrameContext = createContext<PageFrame>(strangersFrame);

export function FrameProvider({ frame, children }: { frame: PageFrame; children: ReactNode }) {
	return <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>;
}

export const useFrame = (): PageFrame => useContext(FrameContext);
export const useLang = (): Language => useFrame().lang;
export const useViewer = (): FrameViewer | null => useFrame().viewer;

/** The room's messages in the page's language. */
export function useMessages<T>(catalogue: Record<Language, T>): T {
	return catalogue[useLang()];
}
