export type PasswordProblem = "short" | "long" | "common";

const MINIMUM = 12;
const MAXIMUM = 200;
const common =
	/^(.)\1+$|^(0?1234567890?)+\d*$|^(password|katasandi|rahasia|indonesia|qwerty|admin|cakap)+\d*$/i;

/**
 * What speaks against a password. Length is what counts (NIST SP 800-63B); a NIP is no secret, so neither a run of
 * 18 digits nor a word that everybody tries is one.
 */
export function passwordProblem(password: string): PasswordProblem | null {
	const length = [...password].length;
	if (length < MINIMUM) return "short";
	if (length > MAXIMUM) return "long";
	return common.test(password) || /^\d{18}$/.test(password.replace(/\s/g, "")) ? "common" : null;
}
