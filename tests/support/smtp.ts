import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A message as the server took it: the envelope's recipients, and header and body as text. */
export type Received = { to: string[]; raw: string };

export type MailServer = { url: string; port: number; received: Received[]; stop: () => Promise<void> };

/** A real SMTP server on a free port (or the given one) that keeps what it takes. */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
	const received: Received[] = [];
	const server = new SMTPServer({
		disabledCommands: ["STARTTLS", "AUTH"],
		logger: false,
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				const to = session.envelope.rcptTo.map(({ address }) => address);
				received.push({ to, raw: Buffer.concat(chunks).toString() });
				done();
			});
		},
		...options,
	});
	server.on("error", () => {});
	await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
	const { port: own } = server.server.address() as AddressInfo;
	const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
	return { url: `smtp://127.0.0.1:${own}`, port: own, received, stop };
}

/** The text of a received message's first part, whatever its transfer encoding. */
export function textOf({ raw }: Received): string {
	const [head = "", ...rest] = raw.split(/\r\n\r\n/);
	const boundary = /boundary="([^"]+)"/.exec(head)?.[1];
	const part = boundary ? (raw.split(`--${boundary}`)[1] ?? "").trimStart() : raw;
	const body = boundary
		? part
				.split(/\r\n\r\n/)
				.slice(1)
				.join("\r\n\r\n")
		: rest.join("\r\n\r\n");
	const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(boundary ? part : head)?.[1]?.toLowerCase();
	if (encoding === "base64") return Buffer.from(body, "base64").toString();
	return encoding === "quoted-printable" ? decodeQuoted(body) : body;
}

function decodeQuoted(text: string): string {
	const bytes = text
		.replace(/=\r\n/g, "")
		.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
	return Buffer.from(bytes, "latin1").toString();
}
