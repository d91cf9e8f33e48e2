import { z } from "zod";

const whole = z.coerce.number().int();
const schema = z.object({
	search: z.string().trim().max(100).catch(""),
	competence: z
		.string()
		.regex(/^D\d\.\d$/)
		.optional()
		.catch(undefined),
	level: whole.min(1).max(4).optional().catch(undefined),
	maxJp: whole.min(1).max(400).optional().catch(undefined),
	page: whole.min(1).max(10_000).catch(1),
});
export type Filter = z.infer<typeof schema>;

/** The filter that the address holds; what cannot be read of it does not filter. */
export function readFilter(params: URLSearchParams): Filter {
	const given = (name: string) => params.get(name) || undefined;
	return schema.parse({
		search: params.get("q") ?? "",
		competence: given("kompetensi"),
		level: given("jenjang"),
		maxJp: given("jp"),
		page: given("hal") ?? 1,
	});
}

/** The address of a filter; what is at its default is left out. */
export function filterParams({ search, competence, level, maxJp, page }: Filter): string {
	const params = new URLSearchParams();
	if (search) params.set("q", search);
	if (competence) params.set("kompetensi", competence);
	if (level) params.set("jenjang", String(level));
	if (maxJp) params.set("jp", String(maxJp));
	if (page > 1) params.set("hal", String(page));
	return params.toString();
}
