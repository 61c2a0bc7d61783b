import type { Observation } from "../../src/vocabulary/index.ts";

/** An observation of a test: what was measured, of whom, when; its release is called "test". */
export const cell = (
  series: string,
  state: string,
  partner: string | null,
  period: string,
  value: number,
): Observation => ({
  series,
  state,
  partner,
  period,
  value,
  unit: "",
  source: "test",
  version: "1",
  row: "1",
});
