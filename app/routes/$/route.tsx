import { notFound } from "#app/http/responses.server.ts";

/** Every address that no other route knows. */
export const loader = () => {
	throw notFound();
};
export const action = loader;

// With a component the error page is rendered inside the site; a resource route would answer bare.
export default function Nothing() {
	return null;
}
