import { z } from "zod";

const id = z
	.string()
	.trim()
	.regex(/^[A-Za-z0-9-]{1,64}$/);
const schema = z.discriminatedUnion("maksud", [
	z.object({ maksud: z.literal("place"), instansiId: z.string(), lokasiId: z.string() }),
	z.object({ maksud: z.literal("export") }),
	z.object({ maksud: z.literal("push"), ekspor: z.string().max(40) }),
]);

/** What the page asks for; null: nothing that it sends. */
export function readSiasnForm(form: FormData) {
	return schema.safeParse(Object.fromEntries(form)).data ?? null;
}

/** SIASN's id as typed; null when it cannot be one. */
export const siasnId = (typed: string): string | null => id.safeParse(typed).data ?? null;
