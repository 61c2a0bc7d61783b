import { datesOf } from "../../events/dates/index.ts";
import type { Effects } from "../effects.ts";
import { dateOfLine, filterLines, TextLine } from "../filter.ts";

/** `multivector dates`: for each line of text, its date expressions with the days they mean. */
export async function dates(paths: readonly string[], effects: Effects): Promise<number> {
  return filterLines(paths, TextLine, effects, ({ id, text, date }) => ({
    id: id ?? null,
    dates: datesOf({ id: "", text, date: dateOfLine(date) }).dates,
  }));
}
