export { type CatalogueEntry, catalogue, type Series, seriesNamed } from "./catalogue.ts";
export {
  type Cast,
  DISK,
  type FileFailure,
  type FileReport,
  type ImportEffects,
  type ImportProgress,
  type ImportReport,
  importSet,
} from "./import.ts";
export { type Opened, openSet, type ReadOptions } from "./read.ts";
export type {
  Ballot,
  Batch,
  ImportSink,
  LineProblem,
  LineProblemKind,
  SourceStamp,
  Stored,
  Vote,
} from "./records.ts";
export { yearOfSession } from "./sessions.ts";
export { SETS, type SetName } from "./sets/index.ts";
export { type StateCodes, stateCodes } from "./states.ts";
