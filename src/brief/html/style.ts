/** The page's style: sober, wide margins, light and dark, a phone's width and A4 paper. */
export const BRIEF_STYLE = `
:root{--ink:#1a1d21;--muted:#565d66;--line:#d5d9de;--paper:#ffffff;--soft:#f4f5f7;--link:#1b4f87;--mark:#8a6a00;--bad:#96231c;--good:#1f6b3a;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#eceef0;--muted:#a9b1ba;--line:#3a4048;--paper:#14171b;--soft:#1d2127;--link:#8fbcf0;--mark:#e0bd57;--bad:#f0968e;--good:#86d3a0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 Charter,'Bitstream Charter','Iowan Old Style','Source Serif 4',Georgia,'Times New Roman',serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
.masthead,main,.imprint{max-width:47rem;margin:0 auto;padding:0 1.25rem}
.masthead{padding-top:3.5rem}
.kicker{margin:0;font:600 .8125rem/1 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;letter-spacing:.12em;text-transform:uppercase;color:var(--muted)}
h1{margin:.5rem 0 .35rem;font-size:clamp(1.9rem,1.2rem + 3vw,2.75rem);line-height:1.12;letter-spacing:-.015em;font-weight:700;text-wrap:balance}
.period{margin:0 0 1.5rem;color:var(--muted);font-style:italic}
h2{margin:3rem 0 1rem;padding-top:.75rem;border-top:2px solid var(--ink);font-size:1.5rem;line-height:1.2;letter-spacing:-.01em}
h3{margin:1.75rem 0 .4rem;font-size:1.125rem;line-height:1.3}
p{margin:0 0 .75rem}
ul,ol{margin:0 0 1rem;padding-left:1.25rem}
li{margin-bottom:.4rem}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
.answer{border-left:4px solid var(--ink);padding-left:1.1rem}
.answer p{font-size:1.3125rem;line-height:1.4;margin-bottom:.5rem}
.answer .facts,.note,.nothing,.period,.contents,table,.notes,.imprint,.kicker,.modality,.verdict,.cite,blockquote footer,.when,.coded,.entries,.record{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',sans-serif}
.answer .facts{font-size:.875rem;color:var(--muted);margin:.9rem 0 0}
.contents{margin:2rem 0 0;font-size:.875rem}
.contents ol{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;list-style:none;padding:0;margin:0}
.contents li{margin:0}
.figure{margin:1.5rem 0 2rem}
.figure svg{display:block;width:100%;height:auto}
.narrow{display:none}
.headline{font-size:1.1875rem;line-height:1.45;margin-bottom:.5rem}
.domain ul,.because{font-size:.9688rem;color:var(--ink)}
.number{white-space:nowrap;color:inherit;text-decoration-style:dotted;text-decoration-color:var(--muted)}
.number:hover{color:var(--link)}
.cite{font-size:.78em;color:var(--muted);font-variant-numeric:tabular-nums}
.cite a{text-decoration:none}
.cite a:hover{text-decoration:underline}
q{quotes:'\\201c' '\\201d' '\\2018' '\\2019'}
.note,.nothing{font-size:.9063rem;color:var(--muted)}
.nothing{border:1px dashed var(--line);padding:.75rem 1rem}
.table-scroll{overflow-x:auto;margin:1.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.8438rem;line-height:1.35;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;font-weight:650;padding-bottom:.5rem;caption-side:top}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
thead th{font-weight:600;color:var(--muted);vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
tbody th{font-weight:600}
.figures td,.figures thead th:not(:first-child){text-align:right;padding-left:.5rem;padding-right:.5rem}
.measured td:first-child,.measured thead th:nth-child(2),.open-data td:first-child,.open-data td:last-child,.open-data thead th:nth-child(2),.open-data thead th:last-child{text-align:left!important}
.day{white-space:nowrap}
.interval{display:block;color:var(--muted);font-size:.92em;font-weight:400}
.none{color:var(--muted)}
.numbers tr:target,.entry:target,.documents li:target{background:var(--soft);box-shadow:0 0 0 .5rem var(--soft)}
.modality{display:inline-block;font-size:.75rem;font-weight:600;line-height:1;padding:.2rem .4rem;border:1px solid var(--muted);border-radius:2px;color:var(--muted);white-space:nowrap;vertical-align:middle}
.modality.reported{border-style:dotted}
.modality.planned,.modality.conditional{border-style:dashed}
.modality.requested{border-style:double;border-width:3px}
.modality.negated{color:var(--bad);border-color:var(--bad)}
.modality.asserted{color:var(--ink);border-color:var(--ink)}
.commitments{list-style:none;padding:0}
.commitments li{border-top:1px solid var(--line);padding:.75rem 0 .25rem}
.commitments h3{margin:0 0 .3rem}
.verdict{font-size:.875rem;font-weight:650;margin-bottom:.4rem}
.verdict::first-letter{text-transform:uppercase}
.verdict.not-honoured,.verdict.disputed{color:var(--bad)}
.verdict.not-honoured::before,.verdict.disputed::before{content:'✕ '}
.verdict.honoured{color:var(--good)}
.verdict.honoured::before{content:'✓ '}
.verdict.unknown{color:var(--muted);font-weight:400}
.changes>li{margin-bottom:.75rem}
.changes p{margin-bottom:.25rem}
.chronology{padding-left:2.75rem}
.entry{padding-left:.4rem;margin-bottom:1.35rem}
.entry::marker{font-family:system-ui,sans-serif;font-size:.8125rem;font-weight:650;color:var(--muted)}
.reading{margin:0;font-size:.9375rem}
.when{font-weight:650}
.coded{font-size:.875rem}
.notes{margin:.1rem 0 .35rem;font-size:.8125rem;color:var(--muted)}
blockquote{margin:0 0 .6rem;padding-left:.9rem;border-left:2px solid var(--line)}
.aside blockquote{border-left-style:dotted}
blockquote p{margin:0}
blockquote footer{font-size:.8125rem;color:var(--muted)}
.record{font-size:.75rem;color:var(--muted);overflow-wrap:anywhere}
.entry .record{display:block}
.about{font:600 .875em system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
mark{background:none;color:inherit;text-decoration:underline;text-decoration-color:var(--mark);text-decoration-thickness:2px;text-underline-offset:.18em}
.documents{padding-left:2.25rem}
.documents li{margin-bottom:.6rem}
.url{font-size:.875rem;overflow-wrap:anywhere}
.method dt{font-weight:700;margin-top:.6rem}
.method dd{margin:0}
.imprint{margin-top:3rem;padding-top:1rem;padding-bottom:3rem;font-size:.8125rem;color:var(--muted)}
code{font:.92em ui-monospace,'SF Mono',Menlo,Consolas,monospace;overflow-wrap:anywhere}
@media (max-width:36rem){body{font-size:1rem}.masthead{padding-top:2rem}.answer p{font-size:1.1875rem}.headline{font-size:1.0938rem}.wide{display:none}.narrow{display:block}.chronology{padding-left:2rem}.figures td,.figures thead th:not(:first-child){text-align:left}}
@page{size:A4;margin:18mm 18mm 20mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt system-ui,sans-serif;color:#565d66}}
@media print{:root{--ink:#1a1d21;--muted:#565d66;--line:#d5d9de;--paper:#ffffff;--soft:#ffffff;--link:#1a1d21;--mark:#8a6a00;--bad:#96231c;--good:#1f6b3a}html{font-size:9.5pt}body{font-size:1rem;line-height:1.45}.chronology,.documents{columns:2;column-gap:9mm;padding-left:7mm}.entry{font-size:.9rem;padding-left:0;margin-bottom:.8rem}.reading,.coded{font-size:.84rem}.masthead,main,.imprint{max-width:none;padding:0}.masthead{padding-top:0}.skip,.contents,.narrow{display:none}.wide{display:block}h2{break-after:avoid;margin-top:1.75rem}h3,caption,.reading,.notes{break-after:avoid}.figure,.entry,tr,.domain,.commitments li{break-inside:avoid}.table-scroll{overflow:visible}a{text-decoration:none}.answer p{font-size:1.3rem}.headline{font-size:1.15rem}table{font-size:.8rem}.numbers{font-size:.72rem}.numbers th,.numbers td{padding:.15rem .5rem .15rem 0}}
`.trim();
