export type {
  Brief,
  Change,
  CheckedClaim,
  CommitmentNote,
  MeasuredRow,
  NotEstablished,
  NumberedDocument,
  OpenData,
  Series,
  Standing,
  Unknown,
} from "./brief.ts";
export { composeBrief } from "./compose.ts";
export type { Entry } from "./entries.ts";
export { balanceFigure } from "./figures/balance-figure.ts";
export type { FigureWidth } from "./figures/frame.ts";
export { seriesFigure } from "./figures/series-figure.ts";
export { renderBriefHtml } from "./html/render-html.ts";
export type { BriefInput } from "./input.ts";
export { renderBriefMarkdown } from "./markdown/render-markdown.ts";
export type { CitedNumber } from "./numbers.ts";
export { SERIES_OF_POWERS } from "./open-measures.ts";
export type { Report } from "./report.ts";
export { type Piece, plainText, type Statement } from "./statement.ts";
