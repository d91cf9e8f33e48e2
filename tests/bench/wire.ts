import net from "node:net";
import { gunzipSync } from "node:zlib";

export type Reply = { status: number; head: string; body: string; ms: number };

/** One person's kept connection: a request at a time, with little work, since the load shares the server's cores. */
export class Wire {
	#socket: net.Socket | null = null;
	#received: Buffer = Buffer.alloc(0);
	#done: ((reply: Buffer | null) => void) | null = null;

	constructor(
		readonly port: number,
		readonly cookie: string,
	) {}

	get(path: string): Promise<Reply | null> {
		return this.#ask(`GET ${path} HTTP/1.1\r\n${this.#common()}Accept-Encoding: gzip\r\n\r\n`);
	}

	/** Sends a form or, for an object, JSON. */
	post(path: string, content: string | object): Promise<Reply | null> {
		const isForm = typeof content === "string";
		const body = isForm ? content : JSON.stringify(content);
		const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
		const head = `POST ${path} HTTP/1.1\r\n${this.#common()}Origin: http://127.0.0.1:${this.port}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
		return this.#ask(head + body);
	}

	close(): void {
		this.#socket?.destroy();
	}

	#common(): string {
		return `Host: 127.0.0.1:${this.port}\r\nCookie: ${this.cookie}\r\nUser-Agent: Mozilla/5.0 (Windows NT 10.0) Chrome/130\r\n`;
	}

	/** As a browser does: when an idle connection turns out to be closed, once more on a new one. */
	async #ask(request: string): Promise<Reply | null> {
		const started = performance.now();
		const isUsed = this.#socket !== null;
		const first = await this.#send(request);
		const raw = first ?? (isUsed ? await this.#send(request) : null);
		return raw && replyOf(raw, performance.now() - started);
	}

	#send(request: string): Promise<Buffer | null> {
		return new Promise((resolve) => {
			this.#done = resolve;
			this.#received = Buffer.alloc(0);
			this.#socket ??= this.#open();
			this.#socket.write(request);
		});
	}

	#open(): net.Socket {
		const socket = net.connect(this.port, "127.0.0.1").setNoDelay(true);
		socket.on("error", () => {});
		socket.on("close", () => {
			if (this.#socket !== socket) return;
			this.#socket = null;
			this.#finish(null);
		});
		socket.on("data", (chunk) => {
			this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
			const length = wholeLength(this.#received);
			if (length !== null && this.#received.length >= length) this.#finish(this.#received);
		});
		return socket;
	}

	#finish(reply: Buffer | null): void {
		const done = this.#done;
		this.#done = null;
		done?.(reply);
	}
}

/** Bytes of the whole answer by its Content-Length; null while its head is incomplete. */
export function wholeLength(buffer: Buffer): number | null {
	const head = buffer.indexOf("\r\n\r\n");
	if (head < 0) return null;
	const match = /\r\ncontent-length: (\d+)/i.exec(buffer.subarray(0, head + 2).toString("latin1"));
	return head + 4 + Number(match?.[1] ?? 0);
}

function replyOf(raw: Buffer, ms: number): Reply {
	const end = raw.indexOf("\r\n\r\n");
	const head = raw.subarray(0, end).toString("latin1");
	const bytes = raw.subarray(end + 4);
	const body = /\r\ncontent-encoding: gzip/i.test(head) ? gunzipSync(bytes) : bytes;
	return { status: Number(head.slice(9, 12)), head, body: body.toString(), ms };
}
