import type { Observation } from "../vocabulary/index.ts";
import type { CutRow } from "./delimited.ts";
import type { LineProblem, LineProblemKind, Vote } from "./records.ts";
import { type StateCodes, stateCodes } from "./states.ts";

/** A form in which a set is published, known by the columns that its header has. */
export interface Layout {
  readonly name: string;
  /** Columns that must be there, in any order; case and quotes do not matter. */
  readonly columns: readonly string[];
  /** Columns that tell it from a similar layout by being absent. */
  readonly without?: readonly string[];
  /** "companion": rows that other files of the set need, such as the dates of roll calls. */
  readonly holds: "observations" | "votes" | "companion";
  readonly open: (table: Table) => TableReader;
}

/** Takes a table's rows, in order. */
export interface TableReader {
  readonly row: (row: CutRow) => void;
  /** After the last row, for sums over several. */
  readonly end?: () => void;
}

/** Session and day of a roll call, from a companion file. */
export interface RollCall {
  readonly session: number;
  readonly date: string;
}

export interface TableOptions {
  readonly source: string;
  readonly version: string;
  readonly header: readonly string[];
  readonly unitOf: (series: string) => string;
  /** Shared by the files of one import. */
  readonly rollCalls: Map<string, RollCall>;
}

export const FIRST_YEAR = 1800;
export const LAST_YEAR = 2100;

/** What a layout's reader works with: cells by column, codes of states, and where rows and problems go. */
export class Table {
  readonly codes: StateCodes = stateCodes();
  readonly rollCalls: Map<string, RollCall>;
  readonly header: readonly string[];
  observations: Observation[] = [];
  votes: Vote[] = [];
  problems: LineProblem[] = [];
  readonly passedOver = new Map<string, number>();
  readonly #options: TableOptions;
  readonly #units = new Map<string, string>();
  readonly #firstLines = new Map<string | number, number>();
  readonly #sums = new Map<string, { observation: Observation; rows: string[] }>();

  constructor(options: TableOptions) {
    this.#options = options;
    this.rollCalls = options.rollCalls;
    this.header = options.header.map(columnKey);
  }

  /** The place of a column; −1 where an optional one is missing. */
  column(name: string): number {
    return this.header.indexOf(columnKey(name));
  }

  /** A cell's text, trimmed; empty where the column is missing or the cell says that it has no value. */
  text(row: CutRow, column: number): string {
    const cell = row.cells[column]?.trim() ?? "";
    return MISSING.has(cell) ? "" : cell;
  }

  /** A cell's number; null, and counted or reported, where it has none. Thousands may be set apart by commas. */
  number(row: CutRow, column: number): number | null {
    const cell = this.text(row, column);
    if (cell === "") {
      this.passOver("missing value");
      return null;
    }
    const value = Number(cell.includes(",") ? cell.replace(/,(?=\d{3})/g, "") : cell);
    if (Number.isFinite(value)) return value;
    this.problem(row, "not a number", `The cell "${cell}" in column ${this.header[column]} is not a number.`);
    return null;
  }

  /** A year between 1800 and 2100; null, and reported, where the cell has none. */
  year(row: CutRow, column: number): number | null {
    const cell = this.text(row, column);
    const year = Number(cell);
    if (cell !== "" && Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return year;
    this.problem(
      row,
      cell === "" ? "missing key" : "impossible value",
      `The year is "${cell}", not one between ${FIRST_YEAR} and ${LAST_YEAR}.`,
    );
    return null;
  }

  /** A state by COW number; null, and reported, where no state has it. */
  cow(row: CutRow, column: number, year: number): string | null {
    const cell = this.text(row, column);
    return this.known(row, this.codes.byCow(Number(cell), year), `COW number ${cell}`);
  }

  /** A state by three-letter code; null, and reported, where no state has it. */
  threeLetters(row: CutRow, column: number, year: number): string | null {
    const cell = this.text(row, column);
    return this.known(row, this.codes.byThreeLetters(cell, year), `the code ${cell}`);
  }

  /** A state by name; null, and reported, where no state has it. */
  named(row: CutRow, column: number, year: number): string | null {
    const cell = this.text(row, column);
    return this.known(row, this.codes.byName(cell, year), `the name ${cell}`);
  }

  known(row: CutRow, code: string | null, how: string): string | null {
    if (code === null) this.problem(row, "unknown state", `No state has ${how}.`);
    return code;
  }

  problem(row: CutRow, kind: LineProblemKind, message: string): void {
    this.problems.push({ line: row.line, kind, message });
  }

  passOver(reason: string): void {
    this.passedOver.set(reason, (this.passedOver.get(reason) ?? 0) + 1);
  }

  /** Whether an earlier row has this key, which is then reported. */
  repeats(row: CutRow, key: string | number): boolean {
    const first = this.#firstLines.get(key);
    if (first === undefined) {
      this.#firstLines.set(key, row.line);
      return false;
    }
    this.problem(row, "duplicate key", `The row repeats the key of line ${first}; the first one is kept.`);
    return true;
  }

  observe(
    row: CutRow,
    series: string,
    state: string,
    partner: string | null,
    period: string | number,
    value: number,
    id = String(row.line),
  ): void {
    this.observations.push(this.#observation(series, state, partner, String(period), value, id));
  }

  /**
   * The number of a cell that is never below zero; null, and counted or reported, where it has none. Some publishers
   * write a number of their own for "no value", as COW writes −9.
   */
  amount(row: CutRow, column: number, what: string, missing?: number): number | null {
    const value = this.number(row, column);
    if (value === null) return null;
    if (value === missing) {
      this.passOver("missing value");
      return null;
    }
    if (value >= 0) return value;
    this.problem(row, "impossible value", `${what} is ${value}, below zero.`);
    return null;
  }

  /** Observes a cell of a series that is never below zero; a missing column or cell gives nothing, a negative one is reported. */
  observeAmount(
    row: CutRow,
    column: number,
    series: string,
    state: string,
    partner: string | null,
    period: string | number,
    missing?: number,
  ): void {
    const value = column < 0 ? null : this.amount(row, column, series, missing);
    if (value !== null) this.observe(row, series, state, partner, period, value);
  }

  /** Adds to one observation per key; it is given out at the end, with every row that it sums. */
  add(
    row: CutRow,
    series: string,
    state: string,
    partner: string | null,
    period: string | number,
    value: number,
    id = String(row.line),
  ): void {
    const key = `${series}\t${state}\t${partner}\t${period}`;
    const sum = this.#sums.get(key);
    if (sum === undefined)
      this.#sums.set(key, {
        observation: this.#observation(series, state, partner, String(period), value, ""),
        rows: [id],
      });
    else {
      sum.observation = { ...sum.observation, value: sum.observation.value + value };
      sum.rows.push(id);
    }
  }

  vote(vote: Vote): void {
    this.votes.push(vote);
  }

  /** Turns sums into observations. */
  end(): void {
    for (const { observation, rows } of this.#sums.values())
      this.observations.push({ ...observation, row: rows.join(" ") });
    this.#sums.clear();
  }

  #observation(
    series: string,
    state: string,
    partner: string | null,
    period: string,
    value: number,
    row: string,
  ): Observation {
    let unit = this.#units.get(series);
    if (unit === undefined) {
      unit = this.#options.unitOf(series);
      this.#units.set(series, unit);
    }
    const { source, version } = this.#options;
    return { series, state, partner, period, value, unit, source, version, row };
  }
}

/** What publishers write for "no value". */
const MISSING = new Set(["", "NA", "N/A", "NaN", "nan", "NULL", "null", "None", ".", "..", "-"]);

/** What is the same for a column name however it is quoted and cased. */
export function columnKey(name: string): string {
  return name
    .replace(/^\uFEFF/, "")
    .replace(/^"|"$/g, "")
    .trim()
    .toLowerCase();
}
