/** What kind of thing went wrong; each has an exit code: 2 for wrong use, 1 for a run that failed. */
export const PROBLEM_CODES = {
  usage: 2,
  "unknown-actor": 2,
  "not-found": 2,
  unreadable: 1,
  empty: 1,
  binary: 1,
  "broken-text": 1,
  "too-large": 1,
  "broken-data": 1,
  uncodable: 1,
  "ledger-newer": 1,
  "ledger-busy": 1,
  "ledger-broken": 1,
} as const;
export type ProblemCode = keyof typeof PROBLEM_CODES;

/**
 * An error meant for a person: `message` is a full sentence that says what is wrong,
 * `hint` one that says what to do.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly hint: string;

  constructor(code: ProblemCode, message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }

  get exitCode(): 1 | 2 {
    return PROBLEM_CODES[this.code];
  }
}
