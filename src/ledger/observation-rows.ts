import type { Observation } from "../vocabulary/index.ts";
import { Conditions, selectWords } from "./bulk-reading.ts";
import type { BulkTable } from "./imports.ts";
import type { ObservationFilter } from "./ledger.ts";
import type { Store } from "./store.ts";

export const OBSERVATIONS: BulkTable<Observation> = {
  table: "observations",
  columns: {
    series: { kind: "word", of: ({ series }) => series },
    state: { kind: "word", of: ({ state }) => state },
    partner: { kind: "word", of: ({ partner }) => partner },
    period: { kind: "word", of: ({ period }) => period },
    value: { kind: "number", of: ({ value }) => value },
    unit: { kind: "word", of: ({ unit }) => unit },
    source: { kind: "word", of: ({ source }) => source },
    version: { kind: "word", of: ({ version }) => version },
    row: { kind: "text", of: ({ row }) => row },
  },
  key: ["series", "state", "partner", "period", "source", "version"],
  value: ["value", "unit"],
};

export function readObservations(
  store: Store,
  { series, state, partner }: ObservationFilter,
): Promise<Observation[]> {
  const where = new Conditions();
  if (series !== undefined) where.isIn("series", typeof series === "string" ? [series] : series);
  if (state !== undefined) where.is("state", "=", state);
  if (partner !== undefined) where.is("partner", "=", partner);
  return selectWords<Observation>(store, {
    table: "observations",
    columns: OBSERVATIONS.columns,
    as: {},
    where,
    order: ["series", "state", "partner", "period", "source", "version"],
  });
}
