export { type ActorSource, findActors, findReferents } from "./find.ts";
export type { ActorMention, MentionKind } from "./mention.ts";
export { resolvePhrase } from "./phrase.ts";
export { type ActorLine, actorsOfLine, type LineActor } from "./stream.ts";
export { type ActorTables, loadActorTables } from "./tables.ts";
export { isBehindOthers } from "./where.ts";
