import { AsyncLocalStorage } from "node:async_hooks";

type Memo = Map<string, unknown>;

// The server and Remix's build are two bundles of one process and must meet in the same store.
const shared = globalThis as { [key: symbol]: AsyncLocalStorage<Memo> | undefined };
const slot = Symbol.for("cakap.request-memo");
shared[slot] ??= new AsyncLocalStorage<Memo>();
const storage = shared[slot];

/** Runs the request with a memo of its own, which ends with it. */
export function withRequestMemo<T>(work: () => T): T {
	return storage.run(new Map(), work);
}

/** Does the work once a request, however many loaders ask; outside a request, each time. */
export function oncePerRequest<T>(key: string, work: () => T): T {
	const memo = storage.getStore();
	if (!memo) return work();
	if (!memo.has(key)) memo.set(key, work());
	return memo.get(key) as T;
}

/** Notes something about the request for whoever answers it, e.g. what went wrong. */
export function note(key: string, value: unknown): void {
	storage.getStore()?.set(key, value);
}

export function noted<T>(key: string): T | undefined {
	return storage.getStore()?.get(key) as T | undefined;
}
