import { Problem } from "../vocabulary/index.ts";

/** Every message of the documents stage: what stopped a reading, and what a reader should know about one. */

const megabytes = (bytes: number): string => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`;

/** Where the text stood: a file, or a line of one. */
export interface Place {
  readonly path: string;
  readonly line: number | null;
}

function named({ path, line }: Place): string {
  const file = path === "-" ? "standard input" : path;
  return line === null ? file : `line ${line} of ${file}`;
}

function capital(text: string): string {
  return text === "standard input" || text.startsWith("line ")
    ? text[0]?.toUpperCase() + text.slice(1)
    : text;
}

export const notFound = (path: string): Problem =>
  new Problem(
    "not-found",
    `There is no file or folder ${path}.`,
    "Check the spelling, or give the path from the folder you are in.",
  );

export const unreadable = (path: string, cause: unknown): Problem => {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const why =
    code === "EACCES" || code === "EPERM"
      ? "you have no permission to read it"
      : code === "ELOOP"
        ? "its symbolic links lead in a circle"
        : `the system answered ${code || String(cause)}`;
  return new Problem(
    "unreadable",
    `${path} cannot be read: ${why}.`,
    "Change its permissions or copy it elsewhere, then run the command again.",
    { cause },
  );
};

export const notAFile = (path: string): Problem =>
  new Problem(
    "unreadable",
    `${path} is neither a file nor a folder.`,
    "Give text files, folders of them, or - for standard input.",
  );

export const noInput = (): Problem =>
  new Problem(
    "usage",
    "Standard input was asked for, but there is none.",
    "Pipe text into the command, or give the paths of files.",
  );

export const empty = (place: Place): Problem =>
  new Problem(
    "empty",
    `${capital(named(place))} holds no text.`,
    "Give a document with words in it, or leave it out. Web pages that fill themselves by script hold none until saved from the browser.",
  );

export const binary = (place: Place, kind: string | null): Problem =>
  new Problem(
    "binary",
    kind === null
      ? `${capital(named(place))} is not text: it holds zero bytes.`
      : `${capital(named(place))} is not text but ${kind}.`,
    kind === null
      ? "Save it as UTF-8 text. UTF-16 is read too if it begins with a byte order mark."
      : "Save or export it as text, Markdown or HTML and give that file.",
  );

export const brokenText = (place: Place, byte: number): Problem =>
  new Problem(
    "broken-text",
    `${capital(named(place))} is not valid UTF-8: the first bad byte is number ${byte + 1}.`,
    "Save it as UTF-8. If it is in another encoding: iconv -f WINDOWS-1251 -t UTF-8 old.txt > new.txt",
  );

export const brokenInCharset = (place: Place, charset: string): Problem =>
  new Problem(
    "broken-text",
    `${capital(named(place))} says that it is written in ${charset}, but its bytes are not.`,
    "Save it as UTF-8 and correct or remove the encoding that it declares.",
  );

export const tooLarge = (place: Place, limit: number, bytes: number | null): Problem =>
  new Problem(
    "too-large",
    `${capital(named(place))} is larger than one document may be: ${
      bytes === null ? "more" : megabytes(bytes)
    } against a limit of ${megabytes(limit)}.`,
    "Split it into one document per article; JSON Lines may hold any number of them, one a line.",
  );

export const notJson = (place: Place, cause: unknown): Problem =>
  new Problem(
    "broken-data",
    `${capital(named(place))} is not JSON.`,
    'Each line must be one object, such as {"id": "a1", "text": "…", "date": "2024-07-08"}.',
    { cause },
  );

export const oneJsonValue = (place: Place): Problem =>
  new Problem(
    "broken-data",
    `${capital(named(place))} is one JSON value over the whole file, not JSON Lines.`,
    "Write one object a line, for example with: jq -c . file.json (or jq -c '.[]' for an array).",
  );

export const noTextField = (place: Place): Problem =>
  new Problem(
    "broken-data",
    `${capital(named(place))} has no "text" that is a string.`,
    'Give every object a "text" field with the words to be coded.',
  );

export const badFallbackDate = (date: string): Problem =>
  new Problem(
    "usage",
    `${date} is no day or month.`,
    "Give the date as year, month and day, such as 2024-07-08, or as 2024-07; it must exist.",
  );

export const undated =
  "No publication date was found, so relative dates such as “last week” stay unresolved; give one with --date.";

export const impossibleDay = (written: string): string =>
  `The date “${shown(written)}” does not exist and was not used.`;

export const unclearDate = (written: string): string =>
  `The date “${shown(written)}” could not be read and was not used; write it as 2024-07-08.`;

export const ambiguousDate = (written: string): string =>
  `The date “${shown(written)}” may mean two days and was not used; write it as 2024-07-08.`;

export const incompleteDate = (written: string): string =>
  `The date “${shown(written)}” does not say the month and was not used; write it as 2024-07-08.`;

export const monthOnly = (month: string): string =>
  `Only the month of publication is known, ${month}, so dates such as “yesterday” or “last week” stay unresolved.`;

export const yearlessDate = (written: string): string =>
  `The date “${shown(written)}” has no year, and none is guessed; write it as 2024-07-08.`;

export const dateFromAddress = (day: string): string =>
  `The publication date ${day} was taken from the page's address.`;

export const fieldIgnored = (field: string): string => `“${field}” is not a string and was left out.`;

export const unknownCharset = (label: string): string =>
  `The declared encoding “${shown(label)}” is not known; the text was read as UTF-8.`;

export const notEnglish = (language: string): string =>
  language === "und"
    ? "The language does not seem to be English; only English is coded."
    : `The text is not in English (${language}); only English is coded.`;

export const wholePage = "No article could be told from the rest of the page; all of its text was read.";

export const replacedCharacters =
  "The text holds replacement characters (�), which stand where letters were lost before it came here.";

function shown(written: string): string {
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}
