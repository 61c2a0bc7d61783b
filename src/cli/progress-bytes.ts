import { plain } from "../brief/wording.ts";
import type { ImportProgress } from "../indicators/index.ts";
import type { Effects } from "./effects.ts";
import { CLEAR, LINE_EVERY_MS, REDRAW_MS, spoken } from "./progress.ts";

/** How far the reading of large files has come: of each its share, and the time that is left. */
export interface BytesProgress {
  readonly show: (progress: ImportProgress) => void;
  readonly finish: () => Promise<void>;
}

export function createBytesProgress({ err, clock }: Pick<Effects, "err" | "clock">): BytesProgress {
  let began = clock();
  let shown = err.isTerminal ? Number.NEGATIVE_INFINITY : began;
  let path = "";
  let drawn = false;
  return {
    show(progress) {
      const now = clock();
      if (progress.path !== path) {
        path = progress.path;
        began = now;
      }
      if (now - shown < (err.isTerminal ? REDRAW_MS : LINE_EVERY_MS)) return;
      shown = now;
      drawn = err.isTerminal;
      const line = progressLine(progress, (now - began) / 1000);
      // Reading does not wait for the terminal; a lost redraw costs nothing.
      err
        .write(err.isTerminal ? CLEAR + line.slice(0, err.columns - 1) : `multivector: ${line}\n`)
        .catch(() => undefined);
    },
    finish: async () => {
      if (drawn) await err.write(CLEAR);
    },
  };
}

function progressLine({ path, lines, bytes, of }: ImportProgress, seconds: number): string {
  const share = of === null || of === 0 ? null : Math.min(1, bytes / of);
  const done = share === null ? "" : `, ${Math.floor(share * 100)} %`;
  const left =
    share === null || share === 0 || seconds === 0 ? "" : `, ${spoken((seconds / share) * (1 - share))} left`;
  return `${path}: ${plain(lines, 0)} lines${done}${left}`;
}
