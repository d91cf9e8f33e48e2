import type { ChildProcess } from "node:child_process";

/** Sends a helper process an order and gives its answer. */
export function askProcess<T>(child: ChildProcess, order: object): Promise<T> {
	return new Promise((resolve, reject) => {
		const onExit = () => reject(new Error("a helper process ended"));
		child.once("exit", onExit);
		child.once("message", (answer) => {
			child.off("exit", onExit);
			resolve(answer as T);
		});
		child.send(order);
	});
}
