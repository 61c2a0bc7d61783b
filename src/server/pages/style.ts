/** The pages' one style sheet: a sober page that reads on a phone, in the dark and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1a1d21, #eceef0);
  --soft: light-dark(#565d66, #a9b1ba);
  --line: light-dark(#d5d9de, #3a4048);
  --paper: light-dark(#ffffff, #14171b);
  --panel: light-dark(#f4f5f7, #1d2127);
  --link: light-dark(#1b4f87, #8fbcf0);
  --asserted: light-dark(#fbe7a8, #5c4b12);
  --other: light-dark(#e8eaee, #323840);
  --negated: light-dark(#96231c, #f0968e);
}
* { box-sizing: border-box; }
html { font: 16px/1.55 Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Times New Roman", serif; }
body { margin: 0; background: var(--paper); color: var(--ink); }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
header.site { border-bottom: 1px solid var(--line); }
header.site > div, main, footer.site { max-width: 76rem; margin: 0 auto; padding: 0.8rem 1.25rem; }
header.site > div { display: flex; flex-wrap: wrap; gap: 0.2rem 1.6rem; align-items: baseline; }
header.site a { color: inherit; text-decoration: none; }
header.site a:hover, header.site a[aria-current] { text-decoration: underline; }
header.site .name { font-weight: 700; letter-spacing: 0.01em; }
nav { display: flex; gap: 1.2rem; }
.sans, nav, table, form, .legend, .record, .facts, footer.site, .count {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; font-size: 0.875rem; line-height: 1.45;
}
footer.site { color: var(--soft); border-top: 1px solid var(--line); margin-top: 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1.6rem 0 0.4rem; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 0.5rem; }
p { margin: 0.5rem 0 0.9rem; max-width: 44rem; }
.soft { color: var(--soft); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.2rem; margin: 0.8rem 0 1.2rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; border-bottom: 1px solid var(--ink); padding: 0.3rem 0.9rem 0.3rem 0; white-space: nowrap; }
td { border-bottom: 1px solid var(--line); padding: 0.4rem 0.9rem 0.4rem 0; vertical-align: top; }
td.number, th.number { text-align: right; }
td.tight { white-space: nowrap; }
form { display: flex; flex-wrap: wrap; gap: 0.6rem 0.9rem; align-items: end; margin: 0.8rem 0 1.2rem; }
label { display: grid; gap: 0.15rem; color: var(--soft); }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 3px; padding: 0.35rem 0.5rem; }
button { background: var(--ink); color: var(--paper); border-color: var(--ink); cursor: pointer; padding: 0.35rem 0.9rem; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.reader { display: grid; grid-template-columns: minmax(0, 1fr) minmax(19rem, 26rem); gap: 2.6rem; align-items: start; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 1.0625rem; line-height: 1.7; max-width: 42rem; }
.passage:has(:target) { background: var(--panel); box-shadow: 0 0 0 0.3rem var(--panel); }
.records { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 0.2rem 0.4rem 2rem 0; scrollbar-width: thin; }
.record { border-top: 1px solid var(--line); padding: 0.6rem 0 0.65rem; scroll-margin-top: 0.5rem; }
.record:target { background: var(--panel); box-shadow: 0 0 0 0.4rem var(--panel); }
.record p { margin: 0.1rem 0; }
.record .who { font-weight: 600; }
.kind { font-weight: 600; letter-spacing: 0.03em; font-size: 0.8rem; }
mark, .m { color: inherit; text-decoration: none; border-radius: 2px; padding: 0.05em 0; scroll-margin: 40vh; }
.text a.m { cursor: pointer; }
.m { background: var(--other); border-bottom: 2px solid transparent; }
.m.asserted { background: var(--asserted); }
.m.negated { background: none; border-bottom: 2px solid var(--negated); text-decoration: line-through; text-decoration-color: var(--negated); }
.m.planned { border-bottom: 2px dashed currentColor; }
.m.requested { border-bottom: 3px double currentColor; }
.m.conditional { border-bottom: 2px dotted currentColor; }
.m.reported { font-style: italic; border-bottom: 1px solid currentColor; }
.m:target, .m:has(:target) { outline: 2px solid var(--link); outline-offset: 1px; }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; color: var(--soft); margin: 0.4rem 0 1.4rem; }
blockquote { margin: 0.8rem 0; padding-left: 1rem; border-left: 3px solid var(--line); max-width: 44rem; }
@media (max-width: 52rem) {
  .reader { grid-template-columns: 1fr; gap: 1rem; }
  .records { position: static; max-height: none; }
}
@media print {
  header.site nav, form { display: none; }
  .records { position: static; max-height: none; overflow: visible; }
  body { background: #fff; }
}
`;
