import { z } from "zod";

/** What an upload comes with; the file itself is checked by whoever reads it. */
export const importForm = (competences: readonly string[]) =>
	z.object({
		file: z.instanceof(File).refine((file) => file.size > 0),
		competence: z.string().refine((code) => competences.includes(code)),
		level: z.coerce.number().int().min(1).max(4),
	});
