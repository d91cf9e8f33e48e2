import { answerRate, type RateOrder } from "./answerLoad.ts";
import { type SitOrder, sitAll } from "./examLoad.ts";
import { type PaceOrder, pacedAnswers } from "./pacedAnswers.ts";
import { type PageOrder, pacedPages } from "./pacedPages.ts";

// A process of its own, so that the load does not slow down what is measured more than it must.
process.on("message", (order: Order) => {
	if (order.kind === "stop") return stop();
	void work(order).then((outcome) => process.send?.(outcome));
});

type Order = SitOrder | RateOrder | PaceOrder | PageOrder | { kind: "stop" };
let stop = () => {};

function work(order: Exclude<Order, { kind: "stop" }>): Promise<object> {
	if (order.kind === "sit") return sitAll(order);
	if (order.kind === "rate") return answerRate(order);
	const stopped = new Promise<void>((resolve) => {
		stop = resolve;
	});
	return order.kind === "pages" ? pacedPages(order, stopped) : pacedAnswers(order, stopped);
}
