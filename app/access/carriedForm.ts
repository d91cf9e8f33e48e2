/** Parameter of the sign-in page's address: the POST brings a form whose session had ended. */
export const CARRIED = "isian";

export type CarriedField = [name: string, value: string];

const ofSignIn = ["identifier", "password", "fresh", "current", "code", "address", "demo"];

/** Whether the form is one that was sent here from its own page, not the sign-in form itself. */
export const isCarried = (form: FormData): boolean => !form.has("password") && !form.has("demo");

/**
 * The fields that sign-in takes along and sends on. None when the form shares a name with the sign-in form, whose
 * values would reach the other page in its place, or brings a secret or a file, which a page cannot hold.
 */
export function carriedFields(form: FormData): CarriedField[] {
	const all = [...form];
	const isBarred = isCarried(form) && all.some(([name]) => ofSignIn.includes(name));
	if (isBarred || all.some(([, value]) => typeof value !== "string")) return [];
	return all.filter(([name]) => !ofSignIn.includes(name)).map(([name, value]) => [name, String(value)]);
}
