import { z } from "zod";
import { ActorFile } from "../actors/schemas.ts";
import { readTable } from "../vocabulary/index.ts";

const code = z.string().regex(/^[A-Z]{3}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const SystemFile = z.strictObject({
  until_year: z.int(),
  state: z.array(
    z.strictObject({ cow: z.int().positive(), code, name: z.string(), since: day, until: day.optional() }),
  ),
});
export type SystemRow = z.infer<typeof SystemFile>["state"][number];

const CodesFile = z.strictObject({
  dated: z.array(z.strictObject({ cow: z.int(), code, until: z.int() })),
  continues: z.array(z.strictObject({ code, as: code })),
  seats: z.array(z.strictObject({ code, as: code })),
  gleditsch_ward: z.array(z.strictObject({ number: z.int(), code })),
  three_letter: z.array(z.strictObject({ given: code, code })),
  territories: z.array(code),
  world: z.array(z.string()),
});

const NamesFile = z.strictObject({
  states: z.record(code, z.array(z.string()).min(1)),
  organisations: z.record(z.string(), z.array(z.string()).min(1)),
});

const TwoLetterFile = z.strictObject({ codes: z.record(z.string().regex(/^[A-Z]{2}$/), code) });

/** The tables behind state codes, read once. */
export function readStateTables() {
  return {
    system: readTable("data/indicators/state-system.toml", SystemFile),
    codes: readTable("data/indicators/state-codes.toml", CodesFile),
    names: readTable("data/indicators/state-names.toml", NamesFile),
    twoLetter: readTable("data/indicators/two-letter-codes.toml", TwoLetterFile).codes,
    states: readTable("data/actors/states.toml", ActorFile).state ?? [],
  };
}
export type StateTables = ReturnType<typeof readStateTables>;
