import type { Domain, EventDate, Modality, TieKind } from "../vocabulary/index.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A day, month or year in words: "2024-07-08" is "8 July 2024", "2024-07" is "July 2024". */
export function dateInWords(period: string): string {
  const [year = "", month, day] = period.split("-");
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** When something happened, as precisely as the text says and no more. */
export function eventDateInWords(date: EventDate | null): string {
  if (date === null) return "no date";
  const { start, end, precision } = date;
  if (start === null && end === null) return "no date";
  if (start === null) return `by ${dateInWords(end ?? "")}`;
  if (end === null) return `from ${dateInWords(start)}`;
  if (start === end) return dateInWords(start);
  if (precision === "year" && start.slice(0, 4) === end.slice(0, 4)) return start.slice(0, 4);
  if (precision === "month" && start.slice(0, 7) === end.slice(0, 7)) return dateInWords(start.slice(0, 7));
  if (precision === "quarter" && start.slice(0, 4) === end.slice(0, 4))
    return `quarter ${Math.ceil(Number(start.slice(5, 7)) / 3)} of ${start.slice(0, 4)}`;
  return rangeInWords(start, end);
}

/** A range of days, months or years: "28 July to 28 August 2024". */
export function rangeInWords(start: string, end: string): string {
  if (start === end) return dateInWords(start);
  const last = dateInWords(end);
  if (start.slice(0, 4) !== end.slice(0, 4) || start.length < 7) return `${dateInWords(start)} to ${last}`;
  if (start.length === 10 && start.slice(0, 7) === end.slice(0, 7))
    return `${Number(start.slice(8))} to ${last}`;
  return `${dateInWords(start).replace(/ \d{4}$/, "")} to ${last}`;
}

/** A signed number with two decimals and a true minus sign: "+0.62", "−0.20", "0.00". */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return text;
  return `${value > 0 ? "+" : "−"}${text}`;
}

/** A number with the given decimals and thousands set apart by thin spaces. */
export function plain(value: number, decimals = 2): string {
  const [whole = "", part] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  const text = part === undefined ? grouped : `${grouped}.${part}`;
  return value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? `−${text}` : text;
}

/** A published number: whole ones as they are, small ones with three decimals, large ones with one. */
export function amount(value: number): string {
  if (Number.isInteger(value)) return plain(value, 0);
  return plain(value, Math.abs(value) < 10 ? 3 : 1);
}

/** "1 event", "3 events"; the plural is given where it is not the singular with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${plain(count, 0)} ${count === 1 ? one : many}`;
}

/** "A", "A and B", "A, B and C". */
export function listed(items: readonly string[], word = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

const TAKES_ARTICLE =
  /^(?:Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Comoros|Vatican)$|\b(?:States|Kingdom|Emirates|Union|Republic|Organi[sz]ation|League|Community|Council|Bank|Fund|Islands|Federation|Commonwealth|Association|Nations|Initiative|Forum|Court|Agency|Alliance|Group|Treaty)\b/;

/** A name as it stands in a sentence: "the United States", "the European Union", "Serbia". */
export function inSentence(name: string): string {
  return TAKES_ARTICLE.test(name) && !/^the /i.test(name) ? `the ${name}` : name;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A domain after "in": "in security", "in the economy", "in politics". */
export const IN_DOMAIN: Readonly<Record<Domain, string>> = {
  security: "in security",
  economic: "in the economy",
  political: "in politics",
};

export const DOMAIN_NAMES: Readonly<Record<Domain, string>> = {
  security: "Security",
  economic: "Economy",
  political: "Politics",
};

/** Domains in the order a brief tells them. */
export const DOMAIN_ORDER: readonly Domain[] = ["security", "economic", "political"];

export const MODALITY_NAMES: Readonly<Record<Modality, string>> = {
  asserted: "asserted",
  reported: "reported",
  planned: "planned",
  conditional: "conditional",
  requested: "requested",
  negated: "denied",
};

export const TIE_NAMES: Readonly<Record<TieKind, string>> = {
  membership: "membership",
  leadership: "leadership",
  alliance: "alliance",
  treaty: "treaty",
  obligation: "obligation",
  partnership: "partnership",
  "military-cooperation": "military cooperation",
  dependence: "dependence",
  trade: "trade",
  debt: "debt",
  investment: "investment",
  "joint-project": "joint project",
  "consent-right": "right of consent",
  basing: "basing",
  corridor: "corridor",
  sanctions: "sanctions",
  dispute: "dispute",
  position: "position",
};
