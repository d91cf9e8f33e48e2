import { z } from "zod";

const schema = z.discriminatedUnion("intent", [
	z.object({ intent: z.literal("password"), current: z.string().max(1000), fresh: z.string().max(1000) }),
	z.object({ intent: z.literal("address"), address: z.string().max(400), password: z.string().max(1000) }),
	z.object({ intent: z.literal("session"), session: z.string().regex(/^[0-9a-f]{64}$/) }),
	z.object({
		intent: z.literal("zone"),
		zone: z.enum(["", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
	}),
]);

export function parseAccountForm(form: FormData) {
	const parsed = schema.safeParse(Object.fromEntries(form));
	return parsed.success ? parsed.data : null;
}
