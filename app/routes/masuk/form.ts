import { z } from "zod";

const schema = z.object({
	identifier: z.string().trim().min(1).max(200),
	password: z.string().min(1).max(1000),
});

type Account = { identifier: string; password: string };
type Parsed = z.infer<typeof schema> & { isDemo: boolean };

/** What was typed, or the demo's person whose button was pressed; null when something is missing. */
export function parseSignIn(form: FormData, demo: readonly Account[]): Parsed | null {
	const pressed = demo[Number(form.get("demo") ?? Number.NaN)];
	if (pressed) return { identifier: pressed.identifier, password: pressed.password, isDemo: true };
	const parsed = schema.safeParse(Object.fromEntries(form));
	return parsed.success ? { ...parsed.data, isDemo: false } : null;
}
