import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Received, startMailServer, textOf } from "./smtp.ts";

/** A real mail server whose mail lies in a folder, where another process can read it. */
export async function startMailbox(): Promise<{ url: string; folder: string; stop: () => Promise<void> }> {
	const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-mail-"));
	let count = 0;
	const server = await startMailServer({
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				const to = session.envelope.rcptTo.map(({ address }) => address);
				const file = path.join(folder, String(++count).padStart(6, "0"));
				// Whoever reads the folder sees whole mails only.
				writeFileSync(`${file}.part`, JSON.stringify({ to, raw: Buffer.concat(chunks).toString() }));
				renameSync(`${file}.part`, `${file}.json`);
				done();
			});
		},
	});
	const stop = async () => {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	return { url: server.url, folder, stop };
}

/** The texts of the mails that the site of the journeys has sent to an address, the first first. */
export function mailsTo(address: string): string[] {
	const folder = process.env.SITE_MAIL_DIR ?? "";
	const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
	const all = files.sort().map((name): Received => JSON.parse(readFileSync(path.join(folder, name), "utf8")));
	return all.filter(({ to }) => to.includes(address)).map((mail) => textOf(mail).replaceAll("\r\n", "\n"));
}
