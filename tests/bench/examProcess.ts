import { answerRate, type RateOrder } from "./answerLoad.ts";
import { type SitOrder, sitAll } from "./examLoad.ts";

// A process of its own, so that the load does not slow down what is measured more than it must.
process.on("message", (order: SitOrder | RateOrder) => {
	const done = order.kind === "sit" ? sitAll(order) : answerRate(order);
	void (done as Promise<object>).then((outcome) => process.send?.(outcome));
});
