import type { Sentence } from "../language/index.ts";
import { nounsFor } from "./descriptions.ts";
import type { Discourse, NamedPerson, Spoken } from "./discourse.ts";
import { referentOf } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import type { ActorTables } from "./tables.ts";

/** What a document has said, growing with each sentence that is read. */
export interface Memory {
  readonly said: Discourse;
  /** Takes the mentions of the next sentence, and the log odds that it is about politics. */
  readonly remember: (mentions: readonly ActorMention[], sentence: Sentence, odds: number) => void;
}

const POLITICAL: ReadonlySet<string> = new Set(["GOV", "MIL", "LEG", "IGO", "REB", "OPP", "COP", "JUD"]);

/** "Example Workers' Union (EWU)": what stands in brackets after a name, if it is an abbreviation. */
function abbreviationAfter({ end }: ActorMention, { tokens }: Sentence): string | null {
  const at = tokens.findIndex(({ start }) => start >= end);
  if (at < 0 || tokens[at]?.form !== "(" || tokens[at + 2]?.form !== ")") return null;
  const form = tokens[at + 1]?.form ?? "";
  return /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(form) ? form : null;
}

export function createMemory(sentences: readonly Sentence[], tables: ActorTables): Memory {
  const bySentence: ActorMention[][] = [];
  const persons = new Map<string, NamedPerson>();
  const counts = new Map<string, number>();
  const spoken = new Map<string, Spoken>();
  const strangers = new Map<string, "person" | "organisation">();
  const abbreviations = new Map<string, ActorMention>();
  let political = 0;
  let summedOdds = 0;
  const said: Discourse = {
    bySentence,
    sentences,
    persons,
    counts,
    spoken,
    strangers,
    abbreviations,
    get political() {
      return political;
    },
    get politicsOdds() {
      return bySentence.length === 0 ? 0 : summedOdds / bySentence.length;
    },
  };
  return {
    said,
    remember(mentions, sentence, odds) {
      summedOdds += Math.max(-4, Math.min(4, odds));
      bySentence.push([...mentions]);
      for (const row of mentions) {
        const { actor, sector, role } = row;
        if (role === "who" && sector !== null && POLITICAL.has(sector)) political += 1;
        if (actor !== null) counts.set(actor, (counts.get(actor) ?? 0) + 1);
        meet(row);
        const short = row.kind === "name" ? abbreviationAfter(row, sentence) : null;
        if (short !== null) abbreviations.set(short, row);
        speakOf(row, sentence);
      }
    },
  };

  /** A person or body by name: later a surname, a first name or a noun is enough. */
  function meet({ actor, sector, name, kind, why }: ActorMention): void {
    if (kind === "pronoun" || kind === "nominal") return;
    if (why.startsWith("organisation: ") && actor === null) strangers.set(name, "organisation");
    if (!tables.isPerson(name) && !why.startsWith("person: ")) return;
    if (!tables.isPerson(name)) strangers.set(name, "person");
    const words = name.split(" ");
    const [first = name] = words;
    persons.set(words.at(-1) ?? name, { name, actor, sector });
    if (!tables.isPerson(name) && first.length > 2 && !persons.has(first))
      persons.set(first, { name, actor, sector });
  }

  function speakOf(row: ActorMention, sentence: Sentence): void {
    const who = referentOf(row, tables, said);
    const known = spoken.get(who);
    spoken.set(who, {
      last: row,
      times: (known?.times ?? 0) + 1,
      called: new Set([...(known?.called ?? []), ...nounsFor(row, sentence)]),
    });
  }
}
