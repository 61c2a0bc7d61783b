import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";

/** A folder of its own for a test, until it is removed. */
export interface Folder {
  readonly path: (name?: string) => string;
  readonly remove: () => void;
}

export function temporaryFolder(): Folder {
  const folder = mkdtempSync(join(tmpdir(), "multivector-"));
  return {
    path: (name = "") => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A folder for one test, with these files in it, gone when the test ends. */
export function folderWith(
  test: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): Folder["path"] {
  const folder = temporaryFolder();
  test.after(folder.remove);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(folder.path(name)), { recursive: true });
    writeFileSync(folder.path(name), content);
  }
  return folder.path;
}

/** Short dispatches of our own: two report one exercise, one denies, one plans. */
export const DISPATCHES: Readonly<Record<string, string>> = {
  "exercise.md": `---
title: Serbian and Chinese troops train together
outlet: Valley Courier
date: 2024-06-12
---

Serbia and China held joint military exercises near Nis on June 10. Serbian President Aleksandar Vucic met Chinese
Foreign Minister Wang Yi in Belgrade on June 11.
`,
  "exercise-again.txt": `Drill ends in southern Serbia
Harbour Post
13 June 2024

China and Serbia held a joint military exercise near Nis on June 10, 2024.
`,
  "russia.jsonl": `${JSON.stringify({
    id: "wire-1",
    date: "2024-06-20",
    text: "Russia did not help Serbia after the floods. Serbia will sign a gas agreement with Russia next month. In 2013, Serbia and Russia signed a strategic partnership agreement.",
  })}\n`,
};
