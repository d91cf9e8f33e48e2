import { z } from "zod";
import { answerSchema } from "./answer.ts";

/** As many answers as one request may bring; a journal sends more in several. */
export const BATCH = 200;

const name = z.string().regex(/^[0-9a-f-]{8,40}$/);
const whole = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

const entry = z.object({
	device: name,
	number: z.number().int().min(1).max(2_000_000_000),
	position: z.number().int(),
	value: answerSchema,
	heardAt: whole,
	elapsedMs: whole,
});

/** What the exam's page tells the server: answers, and how it stands with its browser. */
export const answerMessage = z.object({
	attempt: z.string().max(40),
	device: name,
	/** Answers that the browser still holds, with these. */
	waiting: z.number().int().min(0).max(1_000_000),
	/** opened: the page has come; stays: it is still open; takes-over: the person goes on here; leaves: it closes. */
	sign: z.enum(["opened", "stays", "takes-over", "leaves"]).nullable(),
	answers: z.array(z.unknown()),
});
export type AnswerMessage = z.infer<typeof answerMessage>;

/** One answer of a message; read apart, so that a broken one does not stop the others. */
export const messageEntry = entry;
export type MessageEntry = z.infer<typeof entry>;

/** What the server says to it. Times in UTC milliseconds. */
export type AnswerReply = {
	status: "kept";
	now: number;
	/** "10.05 WIB". */
	at: string;
	/** Until the time is over; negative afterwards. */
	leftMs: number;
	isOpen: boolean;
	/** Entries that the server has, for good. */
	kept: { device: string; number: number }[];
	/** Of these, how many came too late to count by themselves. */
	late: number;
	/** Entries that cannot be answers; `why` is said to the person. */
	refused: { device: string | null; number: number | null; why: string }[];
	/** The device has used a number for another answer: it takes a new name. */
	isRenumbering: boolean;
	/** Another browser in which the attempt is open. */
	elsewhere: { name: string; at: string; isInUse: boolean } | null;
};
