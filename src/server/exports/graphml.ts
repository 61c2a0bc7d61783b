import type { Network, NetworkEdge } from "./network.ts";
import { xmlText } from "./xml.ts";

const KEYS = [
  ["domain", "string"],
  ["stories", "int"],
  ["cooperation", "double"],
  ["conflict", "double"],
  ["ties", "int"],
] as const satisfies readonly (readonly [keyof NetworkEdge, string])[];

/** A network as GraphML, which igraph, NetworkX and yEd read. */
export function graphml({ nodes, edges }: Network): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
    ...KEYS.map(([name, type]) => `  <key id="${name}" for="edge" attr.name="${name}" attr.type="${type}"/>`),
    '  <graph edgedefault="directed">',
    ...nodes.map(
      ({ id, label }) => `    <node id="${xmlText(id)}"><data key="label">${xmlText(label)}</data></node>`,
    ),
    ...edges.map(
      (edge, at) =>
        `    <edge id="e${at}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}">${KEYS.map(
          ([name]) => `<data key="${name}">${xmlText(edge[name])}</data>`,
        ).join("")}</edge>`,
    ),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}
