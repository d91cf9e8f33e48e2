import { z } from "zod";
import { type Employment, employments, type JobClass } from "#db/schema/people.ts";
import { isAway } from "../../people/away.ts";

/** Kedudukan hukum of those who are away: they keep their post and are counted, their deadlines wait. */
export const leaveStatuses = ["Cuti", "Tugas Belajar", "Cuti di Luar Tanggungan Negara"] as const;
export type LeaveStatus = (typeof leaveStatuses)[number];
export const jobClasses = ["pelaksana", "fungsional", "pengawas", "administrator", "jpt"] as const;

const held = { position: z.string(), jobClass: z.enum(jobClasses), grade: z.string() };
const schema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("post"), unitId: z.string().nullable(), ...held }),
	z.object({ kind: z.literal("agency"), agencyId: z.string(), ...held }),
	z.object({ kind: z.literal("secondment"), agencyId: z.string(), position: z.string() }),
	z.object({ kind: z.literal("leave"), status: z.enum(leaveStatuses) }),
	z.object({ kind: z.literal("return") }),
	z.object({ kind: z.literal("retirement") }),
	z.object({ kind: z.literal("death") }),
	z.object({ kind: z.literal("contract-end") }),
	z.object({
		kind: z.literal("employment"),
		employment: z.enum(employments),
		/** "": the number stays. */
		number: z.string(),
		grade: z.string(),
	}),
	z.object({ kind: z.literal("number"), number: z.string() }),
	z.object({ kind: z.literal("email"), email: z.string() }),
	z.object({
		kind: z.literal("name"),
		name: z.string(),
		titleBefore: z.string(),
		titleAfter: z.string(),
	}),
]);

/** What an act does, as it was decided. */
export type ActPlan = z.infer<typeof schema>;
export const parsePlan = (stored: unknown): ActPlan => schema.parse(stored);

/** A post as acts read and write it. */
export type PostFields = {
	agencyId: string;
	unitId: string | null;
	employment: Employment;
	jobClass: JobClass;
	position: string;
	grade: string;
	legalStatus: string;
	homeAgencyId: string | null;
	appointedOn: string | null;
	positionSince: string | null;
};

/** Acts that leave the post as it is. */
export const isOfIdentity = ({ kind }: ActPlan): boolean =>
	kind === "number" || kind === "email" || kind === "name";
/** Acts with which somebody leaves the service. */
export const endsService = ({ kind }: ActPlan): boolean =>
	kind === "retirement" || kind === "death" || kind === "contract-end";

/**
 * The post that follows from the act on the ISO day; null when none does. `last`: the post that they hold, or (for one
 * who comes back to the service) the last that they held.
 */
export function postAfter(plan: ActPlan, last: PostFields, day: string, isHeld = true): PostFields | null {
	if (endsService(plan)) return null;
	switch (plan.kind) {
		case "post": {
			const { kind: _kind, ...given } = plan;
			return { ...last, ...given, positionSince: day };
		}
		case "agency": {
			const { kind: _kind, ...given } = plan;
			return { ...last, ...given, unitId: null, homeAgencyId: null, positionSince: day };
		}
		case "secondment": {
			const { agencyId, position } = plan;
			const homeAgencyId = last.homeAgencyId ?? last.agencyId;
			return { ...last, agencyId, position, unitId: null, homeAgencyId, positionSince: day };
		}
		case "leave":
			return { ...last, legalStatus: plan.status };
		case "return":
			return isHeld ? afterReturn(last) : { ...last, legalStatus: "Aktif", homeAgencyId: null };
		case "employment": {
			const { employment, grade } = plan;
			return { ...last, employment, grade, appointedOn: day };
		}
		default:
			return last;
	}
}

/** Who is away comes back to the post; who is seconded, to the agency that they belong to. */
function afterReturn(post: PostFields): PostFields {
	if (isAway(post.legalStatus)) return { ...post, legalStatus: "Aktif" };
	return { ...post, agencyId: post.homeAgencyId ?? post.agencyId, unitId: null, homeAgencyId: null };
}

/** Whether two posts are the same in everything that a history tells. */
export function samePost(one: PostFields, other: PostFields): boolean {
	const fields = [
		"agencyId",
		"unitId",
		"employment",
		"jobClass",
		"position",
		"grade",
		"legalStatus",
		"homeAgencyId",
	] as const;
	return fields.every((field) => one[field] === other[field]);
}
