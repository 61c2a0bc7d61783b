export * from "./data.ts";
export * from "./domain.ts";
export * from "./modality.ts";
export * from "./plover.ts";
export * from "./problem.ts";
export * from "./records.ts";
export * from "./sector.ts";
export * from "./tie-kind.ts";
