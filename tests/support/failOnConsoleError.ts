import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
	vi.spyOn(console, "error");
});

// What a test expects to be said on console.error it takes over with a spy of its own.
afterEach(() => {
	const { mock } = vi.mocked(console.error);
	expect(mock?.calls ?? []).toEqual([]);
});
