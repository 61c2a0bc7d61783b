import type { Brief } from "./brief.ts";
import { counted } from "./wording.ts";

/** " of 3 outlets", or nothing where no document names one. */
export function outletWords({ counts: { outlets } }: Pick<Brief, "counts">): string {
  return outlets === 0 ? "" : ` of ${counted(outlets, "outlet")}`;
}
