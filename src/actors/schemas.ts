import { z } from "zod";
import { SECTORS } from "../vocabulary/index.ts";

/** A year, a month or a day. */
const when = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "YYYY, YYYY-MM or YYYY-MM-DD");
const names = z.array(z.string().min(1));

export const StateRow = z.strictObject({
  iso3: z.string().regex(/^[A-Z]{3}$/),
  cow: z.int().optional(),
  name: z.string(),
  names: names.optional(),
  adjectives: names.optional(),
  people: names.optional(),
  seats: names.optional(),
  since: when.optional(),
  until: when.optional(),
});
export type StateRow = z.infer<typeof StateRow>;

export const OfficeRow = z.strictObject({
  state: z.string(),
  role: z.string(),
  kind: z.string(),
  sector: z.enum(SECTORS),
  since: when.optional(),
  until: when.optional(),
});
export type OfficeRow = z.infer<typeof OfficeRow>;

export const PersonRow = z.strictObject({
  name: z.string(),
  family: z.string().optional(),
  aliases: names.optional(),
  office: z.array(OfficeRow).min(1),
});
export type PersonRow = z.infer<typeof PersonRow>;

const MemberRow = z.strictObject({
  state: z.string(),
  since: when.optional(),
  until: when.optional(),
  role: z.string().optional(),
});
export const OrganisationRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  aliases: names.optional(),
  kind: z.string(),
  sector: z.enum(SECTORS).optional(),
  founded: when.optional(),
  ended: when.optional(),
  seat: z.string().optional(),
  /** Names of places that stand for it, as capitals do for governments. */
  seats: names.optional(),
  state: z.string().optional(),
  domain: z.enum(["political", "economic", "security"]).optional(),
  leaders: z.array(z.string()).optional(),
  members: z.array(MemberRow).optional(),
  observers: z.array(MemberRow).optional(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

export const GroupRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  aliases: names.optional(),
  state: z.string(),
  sector: z.enum(SECTORS),
  since: when.optional(),
  until: when.optional(),
  private: z.boolean().optional(),
});
export type GroupRow = z.infer<typeof GroupRow>;

/** Every table that a file of actors may hold; a user's own file has the same form. */
export const ActorFile = z.strictObject({
  state: z.array(StateRow).optional(),
  person: z.array(PersonRow).optional(),
  organisation: z.array(OrganisationRow).optional(),
  group: z.array(GroupRow).optional(),
});
export type ActorFile = z.infer<typeof ActorFile>;

const PlaceRow = z.strictObject({
  state: z.string(),
  cities: names.optional(),
  regions: names.optional(),
});
export type PlaceRow = z.infer<typeof PlaceRow>;

export const PlaceFile = z.strictObject({ place: z.array(PlaceRow) });

const PeopleRow = z.strictObject({ states: names, mostly: z.boolean().optional(), names });

const TogetherRow = z.strictObject({ states: names, names });

export const PeopleFile = z.strictObject({ people: z.array(PeopleRow), together: z.array(TogetherRow) });
export type PeopleFile = z.infer<typeof PeopleFile>;

export const SectorFile = z.strictObject({
  sector: z.array(z.strictObject({ code: z.enum(SECTORS), person: z.boolean().optional(), nouns: names })),
});

export const RegionFile = z.strictObject({
  region: z.array(z.strictObject({ words: names, states: names })),
});

export const GenericFile = z.strictObject({
  institutions: names,
  heads_of: names,
  titles: names,
  locative: names,
  of_others: names,
  of_leaders: names,
  motion: names,
  countries: names,
  organisations: names,
  shared_bodies: names,
  headline_nouns: names,
  not_a_person: names,
  feminine: names,
  masculine: names,
  bodies: names,
  joining: names,
  publishing: names,
  press: names,
  american_states: names,
  american_georgia: names,
  american_towns: names,
});

/** Words by which a sentence is about sports, culture or a company's own affairs, and not about politics. */
export const ApoliticalFile = z.strictObject({
  political: names,
  sports: names,
  culture: names,
  weak: names,
  owned: names,
});
