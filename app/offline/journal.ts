// What a page wants to tell the server, kept in the browser (IndexedDB) until the server has it. Runs in the browser.

/** One entry; the server knows it by device and number, so sending it twice does no harm. */
export type Entry<Body> = { stream: string; device: string; number: number; body: Body };

export type Journal<Body> = {
	/** Whether what is added survives a closed browser. */
	isDurable: boolean;
	/** Resolves when the entry is kept, with its number. */
	add: (stream: string, body: Body) => Promise<Entry<Body>>;
	/** What is kept of a stream, in the order in which it was added. */
	waiting: (stream: string) => Promise<Entry<Body>[]>;
	forget: (entries: readonly Pick<Entry<Body>, "stream" | "device" | "number">[]) => Promise<void>;
	/** This browser's name for the stream: the same in all its tabs. */
	device: (stream: string) => Promise<string>;
	/** Gives the stream a new name and numbers what waits anew: the server knew other answers by these numbers. */
	renumber: (stream: string) => Promise<void>;
};

/** The journal of this browser; one in memory where the browser keeps nothing (private windows, blocked storage). */
export async function openJournal<Body>(): Promise<Journal<Body>> {
	try {
		return storedJournal(await openDatabase());
	} catch {
		return memoryJournal();
	}
}

function openDatabase(): Promise<IDBDatabase> {
	const request = indexedDB.open("cakap-journal", 1);
	request.onupgradeneeded = () => {
		request.result.createObjectStore("entries", { keyPath: ["stream", "device", "number"] });
		request.result.createObjectStore("devices", { keyPath: "stream" });
	};
	return asked(request);
}

type Device = { stream: string; device: string; last: number };

function storedJournal<Body>(database: IDBDatabase): Journal<Body> {
	/** Resolves when what was written is on disk; several tabs take turns here. */
	const inTurn = <T>(work: (entries: IDBObjectStore, devices: IDBObjectStore) => Promise<T>): Promise<T> => {
		const turn = database.transaction(["entries", "devices"], "readwrite", { durability: "strict" });
		const done = new Promise<void>((resolve, reject) => {
			turn.oncomplete = () => resolve();
			turn.onabort = () => reject(turn.error);
		});
		const result = work(turn.objectStore("entries"), turn.objectStore("devices"));
		return Promise.all([result, done]).then(([value]) => value);
	};
	const own = async (devices: IDBObjectStore, stream: string): Promise<Device> =>
		(await asked<Device | undefined>(devices.get(stream))) ?? { stream, device: newName(), last: 0 };
	const kept = async (entries: IDBObjectStore, stream: string) => {
		const all = await asked<Entry<Body>[]>(entries.getAll(IDBKeyRange.bound([stream], [stream, []])));
		return all.sort((a, b) => a.number - b.number);
	};
	return {
		isDurable: true,
		add: (stream, body) =>
			inTurn(async (entries, devices) => {
				const { device, last } = await own(devices, stream);
				const entry = { stream, device, number: last + 1, body };
				devices.put({ stream, device, last: entry.number });
				entries.put(entry);
				return entry;
			}),
		waiting: (stream) => inTurn((entries) => kept(entries, stream)),
		forget: (gone) =>
			inTurn(async (entries) => {
				for (const { stream, device, number } of gone) entries.delete([stream, device, number]);
			}),
		device: (stream) =>
			inTurn(async (_, devices) => {
				const mine = await own(devices, stream);
				devices.put(mine);
				return mine.device;
			}),
		renumber: (stream) =>
			inTurn(async (entries, devices) => {
				const all = await kept(entries, stream);
				const device = newName();
				for (const entry of all) entries.delete([stream, entry.device, entry.number]);
				for (const [index, entry] of all.entries()) entries.put({ ...entry, device, number: index + 1 });
				devices.put({ stream, device, last: all.length });
			}),
	};
}

function memoryJournal<Body>(): Journal<Body> {
	let kept: Entry<Body>[] = [];
	let device = newName();
	let last = 0;
	return {
		isDurable: false,
		add: async (stream, body) => {
			last += 1;
			const entry = { stream, device, number: last, body };
			kept.push(entry);
			return entry;
		},
		waiting: async () => [...kept],
		forget: async (gone) => {
			kept = kept.filter((entry) => !gone.some(({ number }) => number === entry.number));
		},
		device: async () => device,
		renumber: async () => {
			device = newName();
			kept = kept.map((entry, index) => ({ ...entry, device, number: index + 1 }));
			last = kept.length;
		},
	};
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** 128 random bits; crypto.randomUUID is missing where the site is reached without TLS. */
function newName(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
