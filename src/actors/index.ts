export { type ActorSource, findActors } from "./find.ts";
export type { ActorMention, MentionKind } from "./mention.ts";
export { type ActorTables, loadActorTables } from "./tables.ts";
