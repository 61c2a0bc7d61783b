import type { Brief } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { listed, MODALITY_NAMES } from "../wording.ts";

/** The few definitions that a reader needs to use the numbers. */
export function methodSection({ question, powers }: Brief): Markup {
  const [a, b] = powers;
  const admitted = listed(question.modalities.map((modality) => MODALITY_NAMES[modality]));
  const decay =
    question.halfLifeDays === null
      ? "Every event of the period weighs the same."
      : `An event weighs half after ${question.halfLifeDays} days.`;
  return markup`<dl class="method">
<dt>Level</dt><dd>The sum over stories of PLOVER intensity, cooperation and conflict apart, both directions of a joint act counted. ${decay} It measures what these documents report, not all that happened.</dd>
<dt>Tilt</dt><dd>(${a?.name ?? "a"} − ${b?.name ?? "b"}) / (${a?.name ?? "a"} + ${b?.name ?? "b"}) of the levels of cooperation: +1 is all with ${a?.name ?? "the first"}, −1 all with ${b?.name ?? "the second"}.</dd>
<dt>Evenness</dt><dd>Entropy of the shares of cooperation over its largest value: 1 is the same with each power, 0 all with one.</dd>
<dt>Story</dt><dd>All reports of one event. A story counts once, however often it is told.</dd>
<dt>Interval</dt><dd>In 95 of 100 resamples of the stories the value lies within it. It needs at least three stories, and shows chance in what was reported, not error in the reports.</dd>
<dt>What counts</dt><dd>Events and ties that a text gives as ${admitted}, with a date in the period, between the state and a power.</dd>
<dt>Ties</dt><dd>Standing relations that the texts name, such as membership, treaties, debt or partnership; each kind counts once for each power.</dd>
</dl>`;
}
