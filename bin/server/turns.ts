/** What one turn of the event loop may begin: so many answers of an exam, or fewer pages. */
const BUDGET = 24;
export const WEIGHT = { answer: 1, page: 8 } as const;

/** After how many connections let in one after the other work goes on all the same. */
const DOOR = 16;
export type Turns = {
	begin: (weight: number, begin: () => void) => void;
	/** To be told of each connection that comes in. */
	letIn: () => void;
};

/**
 * Lets requests begin in the order in which they came, only so many in one turn of the event loop. Node accepts one
 * connection a turn: were everything that waits begun at once, turns would become long, and whoever opens a connection
 * while many are served would wait for as many turns as there are others before them. docs/decisions/0023.
 */
export function inTurns(): Turns {
	const waiting: { weight: number; begin: () => void }[] = [];
	let isPlanned = false;
	let hasLetIn = false;
	let atTheDoor = 0;

	function plan(): void {
		isPlanned = waiting.length > 0;
		if (isPlanned) setImmediate(turn);
	}

	function turn(): void {
		// Where one has come in, another may be waiting: look once more before work begins.
		const isDoorOpen = hasLetIn && atTheDoor < DOOR;
		hasLetIn = false;
		atTheDoor = isDoorOpen ? atTheDoor + 1 : 0;
		let left = isDoorOpen ? 0 : BUDGET;
		while (left > 0) {
			const next = waiting.shift();
			if (!next) break;
			left -= next.weight;
			next.begin();
		}
		plan();
	}

	return {
		begin(weight, begin) {
			waiting.push({ weight, begin });
			if (!isPlanned) plan();
		},
		letIn() {
			hasLetIn = true;
		},
	};
}
