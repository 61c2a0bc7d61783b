import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import {
  CONTEXTS,
  EVENT_TYPES,
  type EventType,
  MODES,
  packageFile,
  readTable,
  TIE_KINDS,
  type TieKind,
} from "../../vocabulary/index.ts";
import { type Pattern, parsePattern, type WordClasses } from "./pattern.ts";

const Classes = z.strictObject({
  class: z.array(z.strictObject({ name: z.string(), words: z.array(z.string()).min(1) })),
});

const frameFields = {
  id: z.string().regex(/^[a-z-]+\/[\p{L}\d/.'-]+$/u, "type/short-name"),
  match: z.array(z.string()).min(1),
  example: z.string(),
  source: z.array(z.string()).optional(),
  target: z.array(z.string()).optional(),
};

const EventFrames = z.strictObject({
  type: z.enum(EVENT_TYPES),
  frame: z.array(
    z.strictObject({
      ...frameFields,
      mode: z.string().optional(),
      contexts: z.array(z.enum(CONTEXTS)).optional(),
      symmetric: z.boolean().optional(),
      together: z.boolean().optional(),
      reversed: z.boolean().optional(),
      alone: z.boolean().optional(),
      act: z.enum(EVENT_TYPES).optional(),
    }),
  ),
});

const TieFrames = z.strictObject({
  frame: z.array(
    z.strictObject({
      ...frameFields,
      kind: z.enum(Object.keys(TIE_KINDS) as [TieKind, ...TieKind[]]),
      first: z.enum(["source", "target"]).optional(),
      ends: z.boolean().optional(),
      standing: z.boolean().optional(),
    }),
  ),
});

interface FrameBase {
  readonly id: string;
  readonly patterns: readonly Pattern[];
  readonly example: string;
  /** Actor codes that must come out of the example. */
  readonly expected: { readonly source: readonly string[]; readonly target: readonly string[] };
}

/** Words that name an act, with what they make of it. */
export interface EventFrame extends FrameBase {
  readonly is: "event";
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly (typeof CONTEXTS)[number][];
  /** Both sides do it together; all of them are sources. */
  readonly symmetric: boolean;
  /** Several sources do it together where the text names several; one alone does it, too. */
  readonly together: boolean;
  /** The subject is the target: who hosts a visit is not the visitor. */
  readonly reversed: boolean;
  /** A source is enough: no one need be on the other side. */
  readonly alone: boolean;
  readonly act: EventType | null;
}

/** Words that name a standing relation. */
export interface TieFrame extends FrameBase {
  readonly is: "tie";
  readonly kind: TieKind;
  /** Which side of the pattern is the party that depends, belongs or is bound. */
  readonly first: "source" | "target";
  /** True where the words say that the relation ends: leave, quit, abolish. */
  readonly ends: boolean;
  /** The words take a definite relation for granted, whatever is planned, wished or denied about it: "deepen their partnership". */
  readonly standing: boolean;
}

export type Frame = EventFrame | TieFrame;

/** One of a frame's patterns. */
export interface FramePattern {
  readonly frame: Frame;
  readonly pattern: Pattern;
}

/** Every frame, by the lemma that heads it. */
export interface Lexicon {
  readonly frames: readonly Frame[];
  readonly byHead: ReadonlyMap<string, readonly FramePattern[]>;
  readonly classes: WordClasses;
  /** Nouns for people: who is meant by them may act though no table knows them. */
  readonly humans: ReadonlySet<string>;
  /** Nouns for people who need not belong to the state they are in. */
  readonly fromElsewhere: ReadonlySet<string>;
  /** SHA-256 over the files of the lexicon, first 16 hexadecimal digits: stored with every coded row. */
  readonly hash: string;
}

const FOLDER = "data/lexicon/";

/** Reads the lexicon in `data/lexicon`. Throws, naming file, frame and piece, where one does not fit. */
export function loadLexicon(): Lexicon {
  const files = readdirSync(packageFile(FOLDER))
    .filter((file) => file.endsWith(".toml"))
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(packageFile(FOLDER + file)));
  const classes: WordClasses = new Map(
    readTable(`${FOLDER}classes.toml`, Classes).class.map(({ name, words }) => [name, words]),
  );
  const types = new Set(EVENT_TYPES.map((type) => `${type.toLowerCase()}.toml`));
  const frames = files.flatMap((file): Frame[] => {
    if (types.has(file)) return eventFrames(file, classes);
    return file === "ties.toml" ? tieFrames(file, classes) : [];
  });
  const humans = new Set(classes.get("human") ?? []);
  const fromElsewhere = new Set(classes.get("from_elsewhere") ?? []);
  return {
    frames,
    byHead: indexByHead(frames),
    classes,
    humans,
    fromElsewhere,
    hash: hash.digest("hex").slice(0, 16),
  };
}

function eventFrames(file: string, classes: WordClasses): EventFrame[] {
  const { type, frame } = readTable(FOLDER + file, EventFrames);
  return frame.map((row) => {
    if (row.mode !== undefined && !MODES[type].includes(row.mode)) {
      throw new Error(
        `${FOLDER}${file}: frame ${row.id} has mode "${row.mode}", which ${type} does not know.`,
      );
    }
    return {
      is: "event",
      ...base(file, row, classes),
      type,
      mode: row.mode ?? null,
      contexts: row.contexts ?? [],
      symmetric: row.symmetric ?? false,
      together: row.together ?? false,
      reversed: row.reversed ?? false,
      alone: row.alone ?? false,
      act: row.act ?? null,
    };
  });
}

function tieFrames(file: string, classes: WordClasses): TieFrame[] {
  return readTable(FOLDER + file, TieFrames).frame.map((row) => ({
    is: "tie",
    ...base(file, row, classes),
    kind: row.kind,
    first: row.first ?? "source",
    ends: row.ends ?? false,
    standing: row.standing ?? false,
  }));
}

function base(
  file: string,
  row: z.infer<typeof EventFrames>["frame"][number] | z.infer<typeof TieFrames>["frame"][number],
  classes: WordClasses,
): FrameBase {
  try {
    return {
      id: row.id,
      patterns: row.match.map((text) => parsePattern(text, classes)),
      example: row.example,
      expected: { source: row.source ?? [], target: row.target ?? [] },
    };
  } catch (error) {
    throw new Error(`${FOLDER}${file}: frame ${row.id}: ${(error as Error).message}`, { cause: error });
  }
}

function indexByHead(frames: readonly Frame[]): Lexicon["byHead"] {
  const index = new Map<string, FramePattern[]>();
  for (const frame of frames) {
    for (const pattern of frame.patterns) {
      for (const head of pattern.heads.byMain.keys()) {
        const list = index.get(head);
        if (list) list.push({ frame, pattern });
        else index.set(head, [{ frame, pattern }]);
      }
    }
  }
  return index;
}
