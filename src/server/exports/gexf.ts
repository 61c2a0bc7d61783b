import type { Network, NetworkEdge } from "./network.ts";
import { xmlText } from "./xml.ts";

const ATTRIBUTES = [
  ["domain", "string"],
  ["stories", "integer"],
  ["cooperation", "double"],
  ["conflict", "double"],
  ["ties", "integer"],
] as const satisfies readonly (readonly [keyof NetworkEdge, string])[];

/** A network as GEXF 1.3, which Gephi reads; the weight of an edge is its stories and ties. */
export function gexf({ nodes, edges }: Network): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '  <graph defaultedgetype="directed" mode="static">',
    '    <attributes class="edge">',
    ...ATTRIBUTES.map(([name, type]) => `      <attribute id="${name}" title="${name}" type="${type}"/>`),
    "    </attributes>",
    "    <nodes>",
    ...nodes.map(({ id, label }) => `      <node id="${xmlText(id)}" label="${xmlText(label)}"/>`),
    "    </nodes>",
    "    <edges>",
    ...edges.flatMap((edge, at) => [
      `      <edge id="${at}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}" kind="${edge.domain}" weight="${edge.stories + edge.ties}">`,
      `        <attvalues>${ATTRIBUTES.map(([name]) => `<attvalue for="${name}" value="${xmlText(edge[name])}"/>`).join("")}</attvalues>`,
      "      </edge>",
    ]),
    "    </edges>",
    "  </graph>",
    "</gexf>",
    "",
  ].join("\n");
}
