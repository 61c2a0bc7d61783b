import { z } from "zod";
import { Problem, RECORDS, type RecordName } from "../../vocabulary/index.ts";
import type { Effects } from "../effects.ts";

/** `multivector schema`: the JSON Schema of a record, or of all of them by name. */
export async function schema(name: string | undefined, effects: Effects): Promise<number> {
  const answer =
    name === undefined
      ? Object.fromEntries(Object.keys(RECORDS).map((record) => [record, schemaOf(record as RecordName)]))
      : schemaOf(recordName(name));
  await effects.out.write(`${JSON.stringify(answer, null, 2)}\n`);
  return 0;
}

function schemaOf(name: RecordName): unknown {
  return z.toJSONSchema(RECORDS[name]);
}

function recordName(name: string): RecordName {
  if (Object.hasOwn(RECORDS, name)) return name as RecordName;
  throw new Problem(
    "not-found",
    `There is no record named "${name}".`,
    `The records are ${Object.keys(RECORDS).join(", ")}.`,
  );
}
