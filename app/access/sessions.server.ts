import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { prepared } from "#db/prepared.server.ts";
import { agencies, memberships, people, roleGrants, sessions } from "#db/schema/index.ts";
import { type Body, run, type Tx, transaction } from "#db/transaction.server.ts";
import { cookieIn, cookieValue } from "../http/cookies.ts";
import { isPresent } from "../people/present.server.ts";
import { roleInForce } from "../people/roleInForce.server.ts";
import { hashToken, lucia } from "./lucia.server.ts";
import { actingFor, type Grant } from "./permissions.ts";
import type { Viewer } from "./viewer.server.ts";

const DAY = 86_400_000;
/** A session lives 14 days from the last visit; it is prolonged at most once a day. */
const LIFE = 14 * DAY;

/** Opens a session and gives the cookie that carries it. `device` is the browser in words. */
export async function openSession(personId: string, device: string, now: number): Promise<string> {
	const token = randomBytes(32).toString("base64url");
	await lucia.createSession(personId, { device, createdAt: now }, { sessionId: token });
	return lucia.createSessionCookie(token).serialize();
}

/** Ends the session of the request, if it has one, and gives the cookie that takes it away. */
export async function closeSession(request: Request): Promise<string> {
	const token = cookieValue(request, lucia.sessionCookieName);
	if (token) await lucia.invalidateSession(token);
	return lucia.createBlankSessionCookie().serialize();
}

/** One query for session, person, post and roles: a row for each role, at least one. */
const viewerRows = () =>
	prepared("viewer", (on, name) =>
		on
			.select({
				sessionId: sessions.id,
				actsForId: sessions.actsForId,
				expiresAt: sessions.expiresAt,
				personId: people.id,
				name: people.name,
				lang: people.language,
				ownZone: people.timeZone,
				unitId: memberships.unitId,
				employment: memberships.employment,
				agencyId: agencies.id,
				agencyCode: agencies.code,
				agencyName: agencies.name,
				agencyZone: agencies.timeZone,
				role: roleGrants.role,
				roleAgencyId: roleGrants.agencyId,
				roleUnitId: roleGrants.unitId,
				grantedAt: roleGrants.grantedAt,
			})
			.from(sessions)
			.innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.diedAt)))
			.leftJoin(memberships, and(eq(memberships.personId, people.id), isPresent()))
			.leftJoin(agencies, eq(agencies.id, memberships.agencyId))
			.leftJoin(roleGrants, and(eq(roleGrants.personId, people.id), roleInForce(sql.placeholder("now"))))
			.where(and(eq(sessions.id, sql.placeholder("id")), gt(sessions.expiresAt, sql.placeholder("now"))))
			.prepare(name),
	);

/** The viewer of the request's session; null when there is none, or it has ended. Prolongs it once a day. */
export function validSession(request: Request, now = Date.now()): Promise<Viewer | null> {
	return viewerOf(request.headers.get("Cookie") ?? "", now);
}

/** The same by the text of a Cookie header. */
export async function viewerOf(cookies: string, now: number): Promise<Viewer | null> {
	const token = cookieIn(cookies, lucia.sessionCookieName);
	if (!token) return null;
	const rows = await viewerRows().execute({ id: hashToken(token), now });
	const [row] = rows;
	if (!row) return null;
	if (row.expiresAt - now < LIFE - DAY) await prolong(row.sessionId, now);
	const held = rows.flatMap(({ role, roleAgencyId, roleUnitId, grantedAt }) =>
		role ? [{ role, agencyId: roleAgencyId, unitId: roleUnitId, grantedAt: grantedAt ?? 0 }] : [],
	);
	const grants = actingFor(held, row.actsForId).map(({ grantedAt: _, ...grant }): Grant => grant);
	const {
		sessionId,
		personId,
		name,
		lang,
		unitId,
		employment,
		agencyId,
		agencyCode,
		agencyName,
		agencyZone,
	} = row;
	return {
		personId,
		sessionId,
		name,
		grants,
		lang,
		unitId,
		employment,
		agency:
			agencyId === null
				? null
				: {
						id: agencyId,
						code: agencyCode ?? "",
						name: agencyName ?? "",
						timeZone: agencyZone ?? "Asia/Jakarta",
					},
		timeZone: row.ownZone ?? agencyZone ?? "Asia/Jakarta",
	};
}

/** In a shared commit: when an office begins its day, everybody's session is prolonged in the same minute. */
function prolong(sessionId: string, now: number): Promise<void> {
	const prolonged = { expiresAt: now + LIFE, lastSeenAt: now };
	return transaction(function* (tx) {
		yield* run(tx.update(sessions).set(prolonged).where(eq(sessions.id, sessionId)));
	});
}

/** Has the session act for one of several agencies from now on. */
export function* actFor(tx: Tx, sessionId: string, agencyId: string): Body<void> {
	yield* run(tx.update(sessions).set({ actsForId: agencyId }).where(eq(sessions.id, sessionId)));
}

/** A person's living sessions, the latest first. */
export async function sessionsOf(personId: string, now: number) {
	return db
		.select({
			id: sessions.id,
			device: sessions.device,
			createdAt: sessions.createdAt,
			lastSeenAt: sessions.lastSeenAt,
		})
		.from(sessions)
		.where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
		.orderBy(desc(sessions.lastSeenAt));
}

/** Ends one of the person's own sessions. */
export async function endSession(personId: string, sessionId: string): Promise<void> {
	await db.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)));
}

/** Ends all of the person's sessions but one, e.g. after a change of password. */
export async function endOtherSessions(personId: string, keep: string): Promise<void> {
	await db.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, keep)));
}

/** Ends all of the person's sessions, in the transaction of what made that necessary. */
export function* endAllSessions(tx: Tx, personId: string): Body<void> {
	yield* run(tx.delete(sessions).where(eq(sessions.personId, personId)));
}
