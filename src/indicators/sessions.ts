const YEAR_BEFORE_THE_FIRST = 1945;

/** The year under which votes of a session of the UN General Assembly are counted: its number plus 1945. */
export function yearOfSession(session: number): number {
  return session + YEAR_BEFORE_THE_FIRST;
}
