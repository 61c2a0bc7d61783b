import { loadActorTables } from "../../src/actors/index.ts";
import { type Coder, loadLexicon } from "../../src/events/index.ts";
import { loadModel } from "../../src/language/index.ts";

let loaded: Coder | undefined;

/** The coder as shipped, loaded once for all gold checks. */
export function shippedCoder(): Coder {
  loaded ??= { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };
  return loaded;
}
