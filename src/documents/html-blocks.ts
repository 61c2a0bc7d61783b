const ELEMENT = 1;
const TEXT = 3;

/** Elements whose text is not part of the article. */
const LEFT_OUT = new Set(
  (
    "script style noscript template title head nav aside footer form button select textarea label iframe object " +
    "svg math canvas audio video figcaption menu dialog"
  ).split(" "),
);
/** Elements that stand in a line of text; every other one begins and ends a block. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q rp rt ruby s samp small span " +
    "strike strong sub sup time tt u var wbr"
  ).split(" "),
);

/**
 * The blocks of text under a node in reading order, white space collapsed: paragraphs, headings, list items, table
 * rows. Navigation, forms, scripts, captions and hidden elements are left out. Walks without recursion.
 */
export function blocksOf(root: Node): string[] {
  const blocks: string[] = [];
  let open = "";
  let breaks = 0;
  const close = (): void => {
    const block = open.replace(/\s+/g, " ").trim();
    if (block !== "") blocks.push(block);
    open = "";
    breaks = 0;
  };
  const enter = (node: Node): boolean => {
    if (node.nodeType === TEXT) {
      const text = node.textContent ?? "";
      if (breaks > 0 && text.trim() !== "") breaks = 0;
      open += text;
      return false;
    }
    if (node.nodeType !== ELEMENT) return false;
    const element = node as Element;
    const name = element.localName.toLowerCase();
    if (LEFT_OUT.has(name) || isHidden(element)) {
      open += " ";
      return false;
    }
    if (name === "br") {
      breaks += 1;
      if (breaks > 1) close();
      else open += " ";
    } else if (name === "td" || name === "th") open += " ";
    else if (!INLINE.has(name)) close();
    return true;
  };
  const leave = (node: Node): void => {
    if (node.nodeType !== ELEMENT) return;
    const name = (node as Element).localName.toLowerCase();
    if (name === "td" || name === "th") open += " ";
    else if (name !== "br" && !INLINE.has(name)) close();
  };
  let node: Node | null = root;
  while (node !== null) {
    const below: Node | null = enter(node) ? node.firstChild : null;
    if (below !== null) {
      node = below;
      continue;
    }
    while (node !== null) {
      leave(node);
      if (node === root) {
        close();
        return blocks;
      }
      if (node.nextSibling !== null) {
        node = node.nextSibling;
        break;
      }
      node = node.parentNode;
    }
  }
  return blocks;
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute("hidden") ||
    element.getAttribute("aria-hidden") === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "")
  );
}
