/** What one turn of the event loop may begin: so many answers of an exam, or fewer pages. */
const BUDGET = 24;
export const WEIGHT = { answer: 1, page: 8 } as const;

/**
 * Lets requests begin in the order in which they came, only so many in one turn of the event loop. Node accepts one
 * connection a turn: were everything that waits begun at once, turns would become long, and whoever opens a connection
 * while many are served would wait for as many turns as there are others before them. docs/decisions/0023.
 */
export function inTurns(): (weight: number, begin: () => void) => void {
	const waiting: { weight: number; begin: () => void }[] = [];
	let isPlanned = false;

	function plan(): void {
		isPlanned = waiting.length > 0;
		if (isPlanned) setImmediate(turn);
	}

	function turn(): void {
		let left = BUDGET;
		while (left > 0) {
			const next = waiting.shift();
			if (!next) break;
			left -= next.weight;
			next.begin();
		}
		plan();
	}

	return (weight, begin) => {
		waiting.push({ weight, begin });
		if (!isPlanned) plan();
	};
}
