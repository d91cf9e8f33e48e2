import { isWrittenByOthers } from "#db/bulk.server.ts";
import { lastWriteMs } from "#db/group-commit.server.ts";

const FEWEST = 10;
const MOST = 2500;
/** How long a step may hold the database: under 50 ms, and hardly at all while somebody else writes. */
const AIM_MS = 30;
const SHARED_AIM_MS = 2;
/** So many times as long as a step it pauses then. */
const SHARED_PAUSE = 6;
/** Whoever wrote just now is about to write again. */
const SHARED_FOR_MS = 1000;

/** How many rows the next short transaction takes: as many as fit into its time, and pauses while others write. */
export class Pace {
	rows = 40;
	#sharedUntil = 0;

	/** Runs one step, learns from how long it took, and lets others in. */
	async step<T>(work: () => Promise<T>): Promise<T> {
		const started = performance.now();
		if (isWrittenByOthers()) this.#sharedUntil = started + SHARED_FOR_MS;
		const isShared = started < this.#sharedUntil;
		const result = await work();
		const elapsed = performance.now() - started;
		// Alone, what follows a commit, with the lock given back, does not count. PostgreSQL's writers wait for nobody.
		const ms = isShared ? elapsed : lastWriteMs() || elapsed;
		const aim = isShared ? SHARED_AIM_MS : AIM_MS;
		const factor = Math.min(2, Math.max(0.25, aim / ms));
		this.rows = Math.round(Math.min(MOST, Math.max(FEWEST, this.rows * factor)));
		if (isShared) await new Promise((resolve) => setTimeout(resolve, SHARED_PAUSE * elapsed));
		return result;
	}
}
