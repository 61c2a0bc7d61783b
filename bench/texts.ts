import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

const CORPUS = new URL("../../shared/corpus/news-throughput.jsonl.gz", import.meta.url);
/** Every so many documents of the corpus one is read, so that all outlets and years are there. */
const EVERY = 47;

/** Texts to measure on: a share of the news corpus beside the checkout, else an article of our own many times over. */
export async function benchTexts(characters: number): Promise<{ source: string; texts: string[] }> {
  if (!existsSync(CORPUS)) return { source: "an article of our own", texts: repeated(characters) };
  const texts: string[] = [];
  let length = 0;
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(CORPUS).pipe(createGunzip()) })) {
    if (at++ % EVERY !== 0) continue;
    const { text } = JSON.parse(line) as { readonly text: string };
    texts.push(text);
    length += text.length;
    if (length >= characters) break;
  }
  return { source: `${texts.length} documents of the news corpus`, texts };
}

const ARTICLE = `MINSK, March 4 – The presidents of the two countries signed an agreement on Monday that doubles
the volume of gas which the eastern neighbour sells at a reduced price until 2028. “We did not ask for a discount,” the
host said after the talks; his guest, who had arrived a day late, declined to take questions.

The foreign ministry said in a statement that it would protest against the new tariffs. Officials in Beijing, however,
promised to lend $1.5bn for a railway through the U.S.-financed port, and a delegation is expected to inspect the site
on Nov. 3. Opposition leaders were arrested the same evening, according to two lawyers familiar with the case.`;

function repeated(characters: number): string[] {
  return Array.from({ length: Math.ceil(characters / ARTICLE.length) }, (_, at) =>
    ARTICLE.replace("2028", String(2028 + (at % 40))),
  );
}
