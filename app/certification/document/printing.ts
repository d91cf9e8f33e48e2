import type { Document } from "../pdf/frontLeaf.ts";

/** A document to be printed in a thread. */
export type PrintTask = {
	id: number;
	document: Document;
	/** With a signature of this installation's, of that time (UTC milliseconds); null: without a place for one. */
	sealedAt: number | null;
};
/** `letters`: those that no font has; `error`: why it could not be printed otherwise. */
export type Printed = { id: number } & ({ bytes: Uint8Array } | { letters: string } | { error: string });
