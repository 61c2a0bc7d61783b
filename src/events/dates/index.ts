export type { DateExpression, FoundDate, Precision } from "./expression.ts";
export { findDates } from "./find.ts";
export { resolveSequence } from "./sequence.ts";
export { type DatesRow, datesOf, type StatedDate } from "./stream.ts";
