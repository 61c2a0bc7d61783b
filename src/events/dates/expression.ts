/** A date expression found in text, resolved as far as the words and the anchor allow. */
export interface DateExpression {
  /** UTF-16 indices into the text; `text` is exactly what stands there. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** First and last ISO day meant; null for an open end or where it cannot be resolved. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: "day" | "week" | "month" | "quarter" | "year" | "range";
  /** `absolute`: says its year; `document`: relative to the publication day; `event`: relative to what was spoken of. */
  readonly anchor: "absolute" | "document" | "event";
  /** Whether the range could be resolved: a relative date without its anchor is not. */
  readonly resolved: boolean;
}
