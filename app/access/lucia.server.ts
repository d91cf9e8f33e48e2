import { createHash } from "node:crypto";
import { eq, lte } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { db } from "#db/client.server.ts";
import { people, sessions } from "#db/schema/index.ts";
import { environment } from "../http/env.server.ts";

type SessionAttributes = { device: string; createdAt: number };
declare module "lucia" {
	interface Register {
		Lucia: typeof lucia;
		DatabaseSessionAttributes: SessionAttributes;
	}
}

/** What the table keeps of a token. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

type Row = typeof sessions.$inferSelect;
const asLuciaSession = ({ id, personId, expiresAt, device, createdAt }: Row): DatabaseSession => ({
	id,
	userId: personId,
	expiresAt: new Date(expiresAt),
	attributes: { device, createdAt },
});

/**
 * Lucia's seven verbs over our schema, on both databases. Lucia names a session by its token; the table by the
 * token's hash, so every id is hashed on its way in.
 */
const adapter: Adapter = {
	async getSessionAndUser(token) {
		const [row] = await db
			.select()
			.from(sessions)
			.innerJoin(people, eq(people.id, sessions.personId))
			.where(eq(sessions.id, hashToken(token)));
		if (!row) return [null, null];
		return [
			{ ...asLuciaSession(row.sessions), id: token },
			{ id: row.people.id, attributes: {} },
		];
	},
	async getUserSessions(personId) {
		const rows = await db.select().from(sessions).where(eq(sessions.personId, personId));
		return rows.map(asLuciaSession);
	},
	async setSession({ id, userId, expiresAt, attributes }) {
		const times = {
			expiresAt: expiresAt.getTime(),
			createdAt: attributes.createdAt,
			lastSeenAt: attributes.createdAt,
		};
		await db
			.insert(sessions)
			.values({ ...times, id: hashToken(id), personId: userId, device: attributes.device });
	},
	async updateSessionExpiration(token, expiresAt) {
		await db
			.update(sessions)
			.set({ expiresAt: expiresAt.getTime(), lastSeenAt: Date.now() })
			.where(eq(sessions.id, hashToken(token)));
	},
	async deleteSession(token) {
		await db.delete(sessions).where(eq(sessions.id, hashToken(token)));
	},
	async deleteUserSessions(personId) {
		await db.delete(sessions).where(eq(sessions.personId, personId));
	},
	async deleteExpiredSessions() {
		await db.delete(sessions).where(lte(sessions.expiresAt, Date.now()));
	},
};

const secure = environment().publicOrigin?.startsWith("https:") ?? false;

export const lucia = new Lucia(adapter, {
	sessionExpiresIn: new TimeSpan(14, "d"),
	sessionCookie: {
		// The prefix keeps other hosts of the domain from planting a session; it needs https.
		name: secure ? "__Host-session" : "session",
		attributes: { sameSite: "lax", secure, path: "/" },
	},
});
