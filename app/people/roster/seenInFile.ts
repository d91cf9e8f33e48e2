/** Whom a file has named so far: which numbers come more than once, and who is known of those in it. */
export class SeenInFile {
	readonly people = new Set<string>();
	readonly #first = new Map<string, number>();
	readonly #twice = new Map<string, number[]>();

	/** @param number "" where it could not be read */
	take(position: number, { number, personId }: { number: string; personId: string | null }): void {
		if (personId) this.people.add(personId);
		if (number === "") return;
		const first = this.#first.get(number);
		if (first === undefined) return void this.#first.set(number, position);
		const positions = this.#twice.get(number) ?? [first];
		positions.push(position);
		this.#twice.set(number, positions);
	}

	/** The rows whose number another one has too. */
	twice(): number[] {
		return [...this.#twice.values()].flat().sort((a, b) => a - b);
	}
}
