import { z } from "zod";

const role = z.enum([
	"training-admin",
	"reviewer",
	"agency-admin",
	"unit-head",
	"analyst",
	"auditor",
	"system-admin",
]);
const schema = z.discriminatedUnion("intent", [
	z.object({
		intent: z.literal("grant"),
		identifier: z.string().trim().min(1).max(200),
		role,
		agency: z.string().trim().max(40),
	}),
	z.object({ intent: z.literal("end"), grant: z.string().min(1) }),
]);
export const grantable = role.options;
/** Roles that mean nothing without an agency. */
export const ofAnAgency: readonly string[] = ["training-admin", "agency-admin", "unit-head"];

export function parseRoleForm(form: FormData) {
	const parsed = schema.safeParse(Object.fromEntries(form));
	return parsed.success ? parsed.data : null;
}
