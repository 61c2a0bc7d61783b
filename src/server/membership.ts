import type { ActorTables } from "../actors/index.ts";

/** Membership by the actor tables on a day; null where they do not list an organisation's members. */
export function membershipBy(
  tables: ActorTables,
): (state: string, organisation: string, day: string | null) => boolean | null {
  return (state, organisation, day) =>
    tables.organisations.get(organisation)?.members === undefined
      ? null
      : tables.isMember(state, organisation, day);
}
