import { answerTo, type Given, type Keyed } from "./keys.ts";
import { type Reply, Wire } from "./wire.ts";

export type Seat = { cookie: string; device: string };
export type SitOrder = {
	kind: "sit";
	port: number;
	seats: Seat[];
	/** The bank, by item; the page does not hold the keys. */
	bank: Record<string, Keyed>;
	beginMs: number;
	thinkMs: number;
};
/** An answer that the server has acknowledged. */
export type Kept = { attempt: string; position: number; number: number; device: string; value: Given };
export type Timing = { requests: number; p50: number; p95: number; max: number };
export type SitOutcome = {
	timings: Record<string, Timing>;
	errors: string[];
	kept: Kept[];
	submitted: string[];
};

const EXAM = "/pelatihan/keamanan-siber/ujian";
/** As often as the exam's page says that it is still there. */
const SIGN_MS = 45_000;

type Tally = { times: Map<string, number[]>; errors: string[]; kept: Kept[]; submitted: string[] };

/** Lets everyone sit the exam as a browser does it, each on a connection of their own. */
export async function sitAll(order: SitOrder): Promise<SitOutcome> {
	const tally: Tally = { times: new Map(), errors: [], kept: [], submitted: [] };
	const all = order.seats.map(async (seat) => {
		await pause(Math.random() * order.beginMs);
		const wire = new Wire(order.port, seat.cookie);
		try {
			await sit(wire, seat, order, tally);
		} catch (error) {
			tally.errors.push(error instanceof Error ? error.message : String(error));
		}
		wire.close();
	});
	await Promise.all(all);
	const timings = Object.fromEntries([...tally.times].map(([kind, times]) => [kind, timingOf(times)]));
	return { timings, errors: tally.errors, kept: tally.kept, submitted: tally.submitted };
}

async function sit(wire: Wire, { device }: Seat, order: SitOrder, tally: Tally): Promise<void> {
	const timed = async (kind: string, status: number, asked: Promise<Reply | null>): Promise<Reply> => {
		const reply = await asked;
		if (reply?.status !== status) throw new Error(`${kind}: ${reply?.status} ${reply?.body.slice(0, 200)}`);
		const times = tally.times.get(kind) ?? [];
		tally.times.set(kind, times);
		times.push(reply.ms);
		return reply;
	};
	await timed("begin", 303, wire.post(`${EXAM}?index`, "intent=start"));
	const page = await timed("page", 200, wire.get(EXAM));
	const attempt = /name="attempt" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
	const drawn = itemsOn(page.body, order.bank);
	const tell = (sign: string | null, answers: object[]) =>
		wire.post(`${EXAM}/simpan`, { attempt, device, waiting: answers.length, sign, answers });
	await timed("sign", 200, tell("opened", []));
	let heard = Date.now();
	let signedAt = heard;
	// One in ten comes back to an item in the end and answers it anew.
	const again = Math.random() < 0.1 ? drawn.slice(0, 1) : [];
	for (const [index, { position, item }] of [...drawn, ...again].entries()) {
		await pause(-Math.log(1 - Math.random()) * order.thinkMs);
		if (Date.now() - signedAt >= SIGN_MS) {
			await timed("sign", 200, tell("stays", []));
			signedAt = Date.now();
		}
		const value = answerTo(item, Math.random);
		const number = index + 1;
		const given = { device, number, position, value, heardAt: heard, elapsedMs: Date.now() - heard };
		const said = JSON.parse((await timed("answer", 200, tell(null, [given]))).body);
		heard = said.now;
		if (said.kept.length === 1) tally.kept.push({ attempt, position, number, device, value });
		else tally.errors.push(`answer: ${JSON.stringify(said.refused)}`);
	}
	await timed("hand-in", 303, wire.post(`${EXAM}?index`, `attempt=${attempt}&page=x&intent=submit`));
	await timed("summary", 200, wire.get(`${EXAM}/ringkasan`));
	await timed("submit", 303, wire.post(`${EXAM}/ringkasan`, `attempt=${attempt}`));
	tally.submitted.push(attempt);
	await timed("result", 200, wire.get(`${EXAM}/hasil`));
}

/** The items of the page, found in the bank by their question, in its order. */
function itemsOn(page: string, bank: Record<string, Keyed>): { position: number; item: Keyed }[] {
	const stems = [...page.matchAll(/id="q(\d+)"[\s\S]*?class="exam-stem">([^<]*)</g)];
	return stems.map(([, position, stem = ""]) => {
		const item = bank[unescaped(stem)];
		if (!item) throw new Error(`page: unknown item ${stem}`);
		return { position: Number(position), item };
	});
}

const unescaped = (html: string) =>
	html
		.replaceAll("&quot;", '"')
		.replaceAll("&#x27;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function timingOf(times: number[]): Timing {
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
	return { requests: times.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}
