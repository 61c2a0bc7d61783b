import type { Ledger } from "../ledger/index.ts";
import type { Observation } from "../vocabulary/index.ts";

/**
 * The cells of open data in which any of the actors is the state or the partner, each once. A ledger may hold millions
 * of cells, of which a question needs a few thousand.
 */
export async function observationsAbout(
  ledger: Pick<Ledger, "observations">,
  actors: readonly string[],
): Promise<readonly Observation[]> {
  const wanted = new Set(actors);
  const found: (readonly Observation[])[] = [];
  for (const actor of wanted) {
    found.push(await ledger.observations({ state: actor }));
    // Where both are wanted, the state's own query has found the cell.
    found.push((await ledger.observations({ partner: actor })).filter(({ state }) => !wanted.has(state)));
  }
  return found.flat();
}
