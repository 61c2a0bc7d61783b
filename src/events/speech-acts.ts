import type { EventType } from "../vocabulary/index.ts";

/** Types that are done by saying them: quoting the speaker is warrant enough. */
export const SPEECH_ACTS: ReadonlySet<EventType> = new Set([
  "ACCUSE",
  "REQUEST",
  "AGREE",
  "THREATEN",
  "SUPPORT",
  "REJECT",
  "CONCEDE",
]);
