import { createElement } from "react";

/** A place in the cached HTML that `fillSlots` fills with the viewer's part. */
export function Slot({ name }: { name: string }) {
	return createElement("cakap-slot", { "data-name": name });
}
