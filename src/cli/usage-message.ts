const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/^command-argument value ('.*?') is invalid for argument ('.*?')\./, "$1 is not a $2 that is known here."],
  [/^option ('.*?') argument ('.*?') is invalid\./, "$2 does not fit option $1."],
  [/^required option ('.*?') not specified/, "The option $1 is needed"],
  [/^missing required argument ('.*?')/, "The argument $1 is needed"],
  [/^unknown (option|command) ('.*?')/, "There is no $1 $2"],
];

/** What the argument parser complains of, as a full sentence: `error: unknown option '--x'` becomes "There is no option '--x'." */
export function usageMessage(complaint: string): string {
  const [first = "", ...further] = complaint
    .replace(/^error: /, "")
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/^\((.*)\)$/, "$1"));
  const worded = REWORDED.reduce((text, [pattern, words]) => text.replace(pattern, words), first);
  const sentence = /[.?!]$/.test(worded) ? worded : `${worded}.`;
  return `multivector: ${[sentence.charAt(0).toUpperCase() + sentence.slice(1), ...further].join(" ")}\n`;
}
