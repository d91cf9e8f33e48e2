import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { type Delivery, deliveryOf, type Outgoing, type Postman } from "./delivery.ts";

type Limits = { connectMs: number; answerMs: number };
const LIMITS: Limits = { connectMs: 10_000, answerMs: 60_000 };

/**
 * Connects to the mail server of an address like `smtps://user:password@host:465`; `from` is the sender, e.g.
 * `Cakap <cakap@contoh.go.id>`.
 * @throws Error when the server cannot be reached or does not let us in: no mail was handed over
 */
export async function connectSmtp(url: string, from: string, limits = LIMITS): Promise<Postman> {
	const { auth, ...server } = parseConnectionUrl(url) as ReturnType<typeof parseConnectionUrl> &
		SMTPConnection.Options;
	const connection = new SMTPConnection({
		...server,
		connectionTimeout: limits.connectMs,
		greetingTimeout: limits.connectMs,
		dnsTimeout: limits.connectMs,
		socketTimeout: limits.answerMs,
	});
	await step(connection, (done) => connection.connect(done));
	if (auth)
		await step(connection, (done) => connection.login(auth as SMTPConnection.AuthenticationType, done));
	return {
		deliver: (mail) => deliver(connection, mail, from),
		close: () => connection.quit(),
	};
}

async function deliver(connection: SMTPConnection, mail: Outgoing, from: string): Promise<Delivery> {
	const node = messageOf(mail, from).compile();
	const envelope = node.getEnvelope();
	const message = await node.build();
	const sender = envelope.from === false ? "" : envelope.from;
	try {
		await step(connection, (done) => connection.send({ from: sender, to: envelope.to }, message, done));
		return { kind: "taken" };
	} catch (error) {
		return deliveryOf(error instanceof Error ? error : new Error(String(error)));
	}
}

/** The same Message-ID whenever this mail is sent: a mailbox can tell that it has it already. */
function messageOf({ id, address, subject, body, attachments }: Outgoing, from: string): MailComposer {
	const host = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
	return new MailComposer({
		from,
		// As an object: in a text, a comma would make two addresses of it.
		to: { name: "", address },
		subject,
		text: body,
		messageId: `<${id}@${host}>`,
		headers: { "Auto-Submitted": "auto-generated" },
		attachments: attachments.map(({ name, type, content }) => ({
			filename: name,
			contentType: type,
			content,
		})),
		disableFileAccess: true,
		disableUrlAccess: true,
	});
}

/** One step of the conversation: ends with its callback, or with the connection. */
function step(
	connection: SMTPConnection,
	begin: (done: (error?: Error | null) => void) => void,
): Promise<void> {
	return new Promise((resolve, reject) => {
		const settle = (error?: Error | null) => {
			connection.off("error", settle);
			connection.off("end", ended);
			// What a connection says after its last step has nobody to hear it, and must not end the program.
			connection.on("error", () => {});
			if (error) reject(error);
			else resolve();
		};
		const ended = () => settle(new Error("the mail server closed the connection"));
		connection.once("error", settle);
		connection.once("end", ended);
		begin(settle);
	});
}
