export type * from "./ledger.ts";
export { openLedger } from "./open.ts";
export { replay, undoOf } from "./replay.ts";
export { storiesOf } from "./stories.ts";
