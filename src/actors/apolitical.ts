import type { Sentence } from "../language/index.ts";
import type { ActorMention } from "./mention.ts";
import type { ActorTables } from "./tables.ts";

/** Leaves out or sets back to places what sports, culture and companies name states for. */
export function withoutApolitical(
  mentions: readonly ActorMention[],
  sentence: Sentence,
  tables: ActorTables,
): ActorMention[] {
  const owned = mentions.filter((row) => !isOfOwned(row, sentence, tables));
  if (!isApolitical(sentence, tables)) return owned;
  return owned.flatMap((row) => {
    if (row.actor === null || tables.isPerson(row.name) || tables.kindOf(row.actor) !== "state") return [row];
    if (row.kind === "name" && row.sector === null) return [{ ...row, role: "where" as const }];
    if (row.kind === "place") return [{ ...row, role: "where" as const }];
    return row.kind === "name" ? [row] : [];
  });
}

/** "a French film", "Brazil's striker": the noun is nothing that acts for a state. */
function isOfOwned(
  { kind, sector, token, actor }: ActorMention,
  sentence: Sentence,
  tables: ActorTables,
): boolean {
  if (actor === null || (kind !== "demonym" && !(kind === "name" && sector === null) && kind !== "place"))
    return false;
  const own = sentence.tokens[token];
  const governor = sentence.tokens[own?.head ?? -1];
  if (own === undefined || governor === undefined) return false;
  if (!/^(amod|compound|nmod:poss)/.test(own.deprel)) return false;
  const { owned } = tables.words.apolitical;
  return owned.has(governor.lemma.toLowerCase()) || owned.has(governor.form.toLowerCase());
}

/** Whether a sentence speaks of sports, of culture or of a company's own affairs, and of nothing political. */
function isApolitical({ tokens }: Sentence, tables: ActorTables): boolean {
  const { political, sports, culture, business } = tables.words.apolitical;
  let cues = 0;
  for (let at = 0; at < tokens.length; at++) {
    const lemma = tokens[at]?.lemma.toLowerCase() ?? "";
    const form = tokens[at]?.form.toLowerCase() ?? "";
    const pair = `${form}_${tokens[at + 1]?.lemma.toLowerCase() ?? ""}`;
    for (const word of new Set([lemma, form, pair])) {
      if (political.has(word)) return false;
      if (sports.has(word) || culture.has(word) || business.has(word)) cues += 1;
    }
    if (/^\d+$/.test(form) && tokens[at + 1]?.form === "-" && /^\d+$/.test(tokens[at + 2]?.form ?? ""))
      cues += 1;
  }
  return cues > 0;
}

/** Private companies and media act in politics only where they deal with someone who does. */
export function withoutPrivateAffairs(
  mentions: readonly ActorMention[],
  isPrivate: (row: ActorMention) => boolean,
): ActorMention[] {
  const political = mentions.some(
    (row) =>
      row.role === "who" &&
      row.actor !== null &&
      row.kind !== "demonym" &&
      row.sector !== "BUS" &&
      row.sector !== "CVL" &&
      !isPrivate(row),
  );
  return political ? [...mentions] : mentions.filter((row) => !isPrivate(row));
}
