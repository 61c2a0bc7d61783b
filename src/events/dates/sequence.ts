import { monthRange, weekOf, yearRange } from "./calendar.ts";
import type { FoundDate } from "./find.ts";
import { shifted } from "./rules.ts";

/**
 * Resolves "that year", "the following day", "two weeks later" against the date spoken of last before them in the
 * document; what stands before any date stays unresolved. Other expressions are returned as they are.
 */
export function resolveSequence(expressions: readonly FoundDate[]): FoundDate[] {
  const resolved: FoundDate[] = [];
  for (const expression of expressions) {
    if (expression.anchor !== "event" || expression.offset === null) {
      resolved.push(expression);
      continue;
    }
    const earlier = [...resolved]
      .reverse()
      .find(
        (row) =>
          row.resolved &&
          (row.from ?? row.to) !== null &&
          (expression.offset?.unit === "day" ? row.precision === "day" : true),
      );
    resolved.push(earlier === undefined ? expression : against(expression, earlier));
  }
  return resolved;
}

/** An expression with an offset, resolved against another one's first day. */
function against(expression: FoundDate, earlier: FoundDate): FoundDate {
  const day = earlier.from ?? earlier.to;
  const { offset } = expression;
  if (day === null || offset === null) return expression;
  const moved = shifted(day, offset.count, offset.unit);
  const year = Number(moved.slice(0, 4));
  const range =
    offset.unit === "year"
      ? yearRange(year)
      : offset.unit === "month"
        ? monthRange(year, Number(moved.slice(5, 7)))
        : offset.unit === "week" && offset.count === 0
          ? weekOf(moved)
          : { from: moved, to: moved };
  return { ...expression, ...range, reach: range, resolved: true };
}
