import { refusal } from "../refusals.ts";

const BLOCK = 4 * 1024 * 1024;
/** The most that Excel lets a cell hold, in characters. */
export const LONGEST_CELL = 32_767;

/**
 * Millions of short texts in few large buffers: as strings of their own, each would keep alive the piece of the file
 * that it was cut from.
 */
export class StringStore {
	#blocks: Buffer[] = [];
	#used = BLOCK;
	#places = new Float64Array(1024);
	#lengths = new Uint32Array(1024);
	#count = 0;

	/** Held to whatever part of the workbook the texts are in; 250,000 people have about six million. */
	constructor(private readonly most: { blocks: number; texts: number } = { blocks: 80, texts: 10_000_000 }) {}

	/** @throws RosterRefused where there are more than any roster has */
	add(text: string): void {
		const cut = text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL) : text;
		const length = Buffer.byteLength(cut);
		if (this.#used + length > BLOCK) {
			if (this.#blocks.length === this.most.blocks) throw refusal("zipBomb");
			this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
			this.#used = 0;
		}
		if (this.#count === this.most.texts) throw refusal("zipBomb");
		if (this.#count === this.#places.length) this.#grow();
		const block = this.#blocks.length - 1;
		this.#blocks[block]?.write(cut, this.#used);
		this.#places[this.#count] = block * BLOCK + this.#used;
		this.#lengths[this.#count++] = length;
		this.#used += length;
	}

	/** The text of that number, from 0; null where there is none. */
	at(number: number): string | null {
		if (!(number >= 0 && number < this.#count)) return null;
		const place = this.#places[number] ?? 0;
		const start = place % BLOCK;
		const block = this.#blocks[Math.floor(place / BLOCK)];
		return block?.toString("utf8", start, start + (this.#lengths[number] ?? 0)) ?? null;
	}

	#grow(): void {
		const [places, lengths] = [this.#places, this.#lengths];
		this.#places = new Float64Array(places.length * 2);
		this.#lengths = new Uint32Array(lengths.length * 2);
		this.#places.set(places);
		this.#lengths.set(lengths);
	}
}
