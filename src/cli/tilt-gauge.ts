const WIDTH = 21;
const MIDDLE = (WIDTH - 1) / 2;

/**
 * A tilt in [−1, 1] as a line of 21 characters from the second power on the left to the first on the right: a dot for
 * the value, hollow where there is no interval, dashes for the interval, a stroke in the middle for zero.
 */
export function tiltGauge(tilt: number, interval: readonly [number, number] | null): string {
  const at = (value: number): number => Math.round(MIDDLE + MIDDLE * Math.max(-1, Math.min(1, value)));
  return Array.from({ length: WIDTH }, (_, place) => {
    if (place === at(tilt)) return interval === null ? "○" : "●";
    const inside = interval !== null && place >= at(interval[0]) && place <= at(interval[1]);
    if (place === MIDDLE) return inside ? "┼" : "│";
    return inside ? "─" : "·";
  }).join("");
}

/** What stands over the line: the second power at its left end, the first at its right. */
export function gaugeTitle([first = "", second = ""]: readonly string[]): string {
  return second + " ".repeat(Math.max(1, WIDTH - first.length - second.length)) + first;
}
