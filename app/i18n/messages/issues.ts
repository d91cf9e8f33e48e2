import { defineMessages } from "../language.ts";

export const issueMessages = defineMessages({
	id: {
		needed: "belum diisi.",
		atLeast: (n: string) => `paling kecil ${n}.`,
		atLeastMany: (n: string) => `isi paling sedikit ${n}.`,
		atMost: (n: string) => `paling besar ${n}.`,
		atMostMany: (n: string) => `isi paling banyak ${n}.`,
		atMostLetters: (n: string) => `paling banyak ${n} huruf.`,
		shape: "bentuknya tidak dikenal.",
		notListed: "pilih salah satu yang tersedia.",
		unreadable: "isinya tidak dapat dibaca.",
	},
	en: {
		needed: "is missing.",
		atLeast: (n: string) => `at least ${n}.`,
		atLeastMany: (n: string) => `give at least ${n}.`,
		atMost: (n: string) => `at most ${n}.`,
		atMostMany: (n: string) => `give at most ${n}.`,
		atMostLetters: (n: string) => `at most ${n} characters.`,
		shape: "has no known shape.",
		notListed: "choose one of those offered.",
		unreadable: "cannot be read.",
	},
});
