import { bundledWorker } from "./bundledWorker.ts";

/** The bundled reader of files of questions. */
export const exchangeWorker = bundledWorker("app/studio/exchange/worker.ts", "exchange-worker");
