import fc from "fast-check";

const FACTOR = process.env.TEST_LONG ? 20 : 1;

/** How many cases a property test tries: as given, and twenty times as many in `npm run test:long`. */
export const runs = (usual: number): number => usual * FACTOR;

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs(100) });
