type Timed = { position: number; givenAt: number };

/**
 * Seconds that a person spent on each item, by position: from one given answer (or the beginning) to the next, added up
 * where an answer was changed. It is the time until an answer, reading included; what came together with other answers,
 * as a form without a script sends them, cannot be told apart, so those items have none.
 */
export function answerSeconds(events: readonly Timed[], startedAt: number): Map<number, number> {
	const moments = [...new Set(events.map(({ givenAt }) => givenAt))].sort((a, b) => a - b);
	const seconds = new Map<number, number>();
	const unknown = new Set<number>();
	let before = startedAt;
	for (const moment of moments) {
		const positions = new Set(events.filter((event) => event.givenAt === moment).map((one) => one.position));
		for (const position of positions) {
			if (positions.size > 1) unknown.add(position);
			else seconds.set(position, (seconds.get(position) ?? 0) + (moment - before) / 1000);
		}
		before = moment;
	}
	for (const position of unknown) seconds.delete(position);
	return seconds;
}
