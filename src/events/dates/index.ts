export type { DateExpression } from "./expression.ts";
export { type FoundDate, findDates } from "./find.ts";
export { resolveSequence } from "./sequence.ts";
