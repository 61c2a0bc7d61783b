import type { NumberedValue, Standing } from "./brief.ts";
import { listed } from "./wording.ts";

/** A measure with its value in each domain. */
export interface MeasureRow {
  readonly label: string;
  readonly values: readonly NumberedValue[];
}

/** Every measure of the standings, those of all powers first, then levels power by power. */
export function measureRows(standings: readonly Standing[]): readonly MeasureRow[] {
  const [first] = standings;
  if (first === undefined) return [];
  const nameOf = (actor: string): string =>
    first.levels.find(({ power }) => power.actor === actor)?.power.name ?? actor;
  const across = (label: string, pick: (standing: Standing) => NumberedValue): MeasureRow => ({
    label,
    values: standings.map(pick),
  });
  return [
    ...first.tilts.map(({ value }, at) =>
      across(
        at === 0 && first.tilts.length === 1
          ? "Tilt"
          : `Tilt, ${listed(value.powers.map(nameOf), "against")}`,
        ({ tilts }) => tilts[at]!,
      ),
    ),
    across("Evenness", ({ evenness }) => evenness),
    ...first.levels.map(({ power }, at) =>
      across(`Cooperation with ${power.name}`, ({ levels }) => levels[at]!.cooperation),
    ),
    ...first.levels.map(({ power }, at) =>
      across(`Conflict with ${power.name}`, ({ levels }) => levels[at]!.conflict),
    ),
    ...first.levels.map(({ power }, at) =>
      across(`Ties with ${power.name}`, ({ levels }) => levels[at]!.ties),
    ),
    across("Tilt of ties", ({ tiesTilt }) => tiesTilt),
  ];
}
