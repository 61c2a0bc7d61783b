export type {
  Ballot,
  Batch,
  Coverage,
  ImportSink,
  LineProblem,
  LineProblemKind,
  SourceRecord,
  SourceStamp,
  Stored,
  Vote,
} from "./records.ts";
export { type StateCodes, stateCodes } from "./states.ts";
