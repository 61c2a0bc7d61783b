import type { Explanation } from "../events/index.ts";
import { dateWords, termWords, tieParties, typeWords, whoToWhom } from "../server/wording.ts";
import type { Style } from "./style.ts";
import { textTable } from "./text-table.ts";

const WIDE = 1000;

/** How one sentence was coded, as text: its words and tree, who is meant, the records, and every frame that was tried. */
export function explanation(
  { tree, mentions, coded, fired, missed }: Explanation,
  text: string,
  style: Style,
): string {
  const { start, end } = tree.sentence;
  const lines = [
    style.bold(`${tree.index + 1}. ${text.slice(start, end).replace(/\s+/g, " ")}`),
    ...part("Tree", treeLines(tree), style),
    ...part(
      "Actors",
      textTable(
        [{ title: "words" }, { title: "meant" }, { title: "as" }, { title: "because" }],
        mentions.map(({ text: words, start: from, actor, sector, name, kind, role, why }) => [
          `${words} [${from}]`,
          `${actor ?? "?"}${sector === null ? "" : ` ${sector}`} (${name})`,
          role === "where" ? `${kind}, a place` : kind,
          why,
        ]),
        WIDE,
      ).slice(1),
      style,
    ),
    ...part(
      "Records",
      [
        ...coded.events.map(
          (event) =>
            `${typeWords(event)}: ${whoToWhom(event)}; ${event.modality}; ${dateWords(event.date)}; ` +
            `"${event.evidence.anchor.text}"; confidence ${event.confidence.toFixed(2)}; ${event.id}`,
        ),
        ...coded.ties.map(
          (tie) =>
            `${tie.kind}${tie.level === null ? "" : ` (${tie.level})`}: ${tieParties(tie)}; ${tie.modality}; ` +
            `${termWords(tie)}; confidence ${tie.confidence.toFixed(2)}; ${tie.id}`,
        ),
      ],
      style,
    ),
    ...(coded.doubtful.length === 0
      ? []
      : part(
          "Left out as doubtful (--doubtful keeps them)",
          coded.doubtful.map(
            ({ event }) => `${typeWords(event)}: ${whoToWhom(event)}; "${event.evidence.anchor.text}"`,
          ),
          style,
        )),
    ...part(
      "Frames that fired",
      fired.map(
        ({ frame, pattern, head }) => `${frame.id}  ${pattern.text}  at "${tree.tokens[head]?.form}"`,
      ),
      style,
    ),
    ...part(
      "Frames that did not",
      missed.map(
        ({ frame, pattern, head, reason }) =>
          `${frame.id}  ${pattern.text}  at "${tree.tokens[head]?.form}": ${reason}`,
      ),
      style,
    ),
  ];
  return `${lines.join("\n")}\n\n`;
}

function part(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0
    ? [style.dim(`   ${title}: none`)]
    : [style.dim(`   ${title}`), ...lines.map((line) => `     ${line}`)];
}

/** Each word under its head, indented by its depth. */
function treeLines({ tokens, children, root }: Explanation["tree"]): string[] {
  const lines: string[] = [];
  const open: (readonly [number, number])[] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, depth] = next;
    const token = tokens[at];
    if (token === undefined) continue;
    lines.push(`${"  ".repeat(depth)}${token.form}  ${token.upos} ${token.deprel}`);
    for (const child of [...(children[at] ?? [])].reverse()) open.push([child, depth + 1]);
  }
  return lines;
}
