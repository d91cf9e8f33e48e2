import { z } from "zod";

/** What the page's forms ask for. */
export const intents = z.enum(["simulate", "compute", "apply"]);

export const applyForm = z.object({
	proposal: z.string().min(1).max(60),
	reason: z.string().trim().min(10).max(500),
});
