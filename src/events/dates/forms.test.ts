import assert from "node:assert/strict";
import { test } from "node:test";
import { datesOf } from "./stream.ts";

/** Wednesday, 10 July 2024. */
const PUBLISHED = "2024-07-10";

type Case = readonly [
  text: string,
  ...dates: (readonly [words: string, start: string | null, end: string | null])[],
];

function check(cases: readonly Case[], published: string | null = PUBLISHED): void {
  for (const [text, ...expected] of cases) {
    const found = datesOf({ id: "x", text, date: published }).dates;
    assert.deepEqual(
      found.map((date) => [date.text, date.start, date.end]),
      expected,
      text,
    );
  }
}

test("days with their year", () => {
  for (const words of [
    "12 Mar 2024",
    "12 March 2024",
    "12th March, 2024",
    "the 12th of March 2024",
    "March 12, 2024",
    "Mar. 12, 2024",
    "March 12th 2024",
    "Tuesday, March 12, 2024",
    "Tue, 12 Mar 2024",
    "the twelfth of March, 2024",
    "this twelfth day of March, in the year of our Lord two thousand twenty-four",
    "2024-03-12",
    "12.03.2024",
    "03/12/2024",
  ])
    check([[`Signed on ${words} in Minsk.`, [words, "2024-03-12", "2024-03-12"]]], null);
});

test("days that do not exist are no dates", () => {
  check([
    ["On February 30, 2024 nothing happened.", ["2024", "2024-01-01", "2024-12-31"]],
    ["32.01.2024"],
    ["2024-13-01"],
  ]);
});

test("days and months without a year lie where the clause looks", () => {
  check([
    ["They met on the Fourth of July.", ["the Fourth of July", "2024-07-04", "2024-07-04"]],
    ["They met on July 8.", ["July 8", "2024-07-08", "2024-07-08"]],
    ["They met on December 8.", ["December 8", "2023-12-08", "2023-12-08"]],
    ["They will meet on December 8.", ["December 8", "2024-12-08", "2024-12-08"]],
    ["They will meet in February.", ["February", "2025-02-01", "2025-02-28"]],
    ["They met in February.", ["February", "2024-02-01", "2024-02-29"]],
    ["They met in September.", ["September", "2023-09-01", "2023-09-30"]],
    ["The plant is due to open in September.", ["September", "2024-09-01", "2024-09-30"]],
    ["The November 27 deal was void.", ["November 27", "2023-11-27", "2023-11-27"]],
    ["The July 20 deadline was set by Minsk.", ["July 20", "2024-07-20", "2024-07-20"]],
    ["Last May they met.", ["Last May", "2024-05-01", "2024-05-31"]],
    ["They will meet next July.", ["next July", "2025-07-01", "2025-07-31"]],
    ["Trade fell in September of last year.", ["September of last year", "2023-09-01", "2023-09-30"]],
    ["The pact was signed on 8 July last year.", ["8 July last year", "2023-07-08", "2023-07-08"]],
    [
      "Talks will follow in November, in December and in January.",
      ["November", "2024-11-01", "2024-11-30"],
      ["December", "2024-12-01", "2024-12-31"],
      ["January", "2025-01-01", "2025-01-31"],
    ],
  ]);
});

test("weekdays lie next to the day of publication", () => {
  check([
    ["They met on Monday.", ["Monday", "2024-07-08", "2024-07-08"]],
    ["They met on Wednesday.", ["Wednesday", "2024-07-10", "2024-07-10"]],
    ["They met on Thursday.", ["Thursday", "2024-07-04", "2024-07-04"]],
    ["They will meet on Thursday.", ["Thursday", "2024-07-11", "2024-07-11"]],
    ["On Friday, the ministers will vote.", ["Friday", "2024-07-12", "2024-07-12"]],
    ["On Friday, the ministers voted.", ["Friday", "2024-07-05", "2024-07-05"]],
    ["He said they would appeal the ruling announced Tuesday.", ["Tuesday", "2024-07-09", "2024-07-09"]],
    ["Troops gathered ahead of Sunday’s vote.", ["Sunday", "2024-07-14", "2024-07-14"]],
    ["They met last Wednesday.", ["last Wednesday", "2024-07-03", "2024-07-03"]],
    ["They met next Monday.", ["next Monday", "2024-07-15", "2024-07-15"]],
    ["They meet every Monday and Mondays are busy."],
  ]);
});

test("weeks, months, quarters, halves and years around publication", () => {
  check([
    ["last week", ["last week", "2024-07-01", "2024-07-07"]],
    ["the week before last", ["the week before last", "2024-06-24", "2024-06-30"]],
    ["the month after next", ["the month after next", "2024-09-01", "2024-09-30"]],
    ["next week", ["next week", "2024-07-15", "2024-07-21"]],
    ["this month", ["this month", "2024-07-01", "2024-07-31"]],
    ["last month", ["last month", "2024-06-01", "2024-06-30"]],
    ["last quarter", ["last quarter", "2024-04-01", "2024-06-30"]],
    ["in the third quarter", ["the third quarter", "2024-07-01", "2024-09-30"]],
    ["the third quarter of last year", ["the third quarter of last year", "2023-07-01", "2023-09-30"]],
    ["Q1 2023", ["Q1 2023", "2023-01-01", "2023-03-31"]],
    ["the second half of 2023", ["the second half of 2023", "2023-07-01", "2023-12-31"]],
    ["the first half of this year", ["the first half of this year", "2024-01-01", "2024-06-30"]],
    ["the first half of March", ["the first half of March", "2024-03-01", "2024-03-15"]],
    ["the first nine months of 2023", ["the first nine months of 2023", "2023-01-01", "2023-09-30"]],
    ["last year", ["last year", "2023-01-01", "2023-12-31"]],
    ["the second week of May", ["the second week of May", "2024-05-08", "2024-05-14"]],
    ["fiscal 2024", ["fiscal 2024", "2024-01-01", "2024-12-31"]],
    ["the week of July 1", ["the week of July 1", "2024-07-01", "2024-07-07"]],
    ["earlier this year", ["earlier this year", "2024-01-01", "2024-12-31"]],
    ["later this year", ["later this year", "2024-07-10", "2024-12-31"]],
    ["so far this year", ["so far this year", "2024-01-01", "2024-07-10"]],
    ["this weekend", ["this weekend", "2024-07-13", "2024-07-14"]],
    ["They met over the weekend.", ["the weekend", "2024-07-06", "2024-07-07"]],
  ]);
});

test("a part of a time is no more precise than the time", () => {
  check([
    ["early 2024", ["early 2024", "2024-01-01", "2024-12-31"]],
    ["mid-2023", ["mid-2023", "2023-01-01", "2023-12-31"]],
    ["late last year", ["late last year", "2023-01-01", "2023-12-31"]],
    ["in late May", ["late May", "2024-05-01", "2024-05-31"]],
    ["at the end of March", ["the end of March", "2024-03-01", "2024-03-31"]],
    ["the early 1990s", ["the early 1990s", "1990-01-01", "1999-12-31"]],
  ]);
});

test("seasons, decades, centuries", () => {
  check([
    ["the summer of 2022", ["the summer of 2022", "2022-06-01", "2022-08-31"]],
    ["winter 2022", ["winter 2022", "2022-12-01", "2023-02-28"]],
    ["last winter", ["last winter", "2023-12-01", "2024-02-29"]],
    ["next spring", ["next spring", "2025-03-01", "2025-05-31"]],
    ["last summer", ["last summer", "2023-06-01", "2023-08-31"]],
    ["in spring", ["spring", "2024-03-01", "2024-05-31"]],
    ["They won at the Winter Olympics."],
    ["the 1990s", ["the 1990s", "1990-01-01", "1999-12-31"]],
    ["the ’90s", ["the ’90s", "1990-01-01", "1999-12-31"]],
    ["the sixties", ["the sixties", "1960-01-01", "1969-12-31"]],
    ["the 20th century", ["the 20th century", "1900-01-01", "1999-12-31"]],
    ["nineteen ninety-one", ["nineteen ninety-one", "1991-01-01", "1991-12-31"]],
    ["in two thousand and eight", ["two thousand and eight", "2008-01-01", "2008-12-31"]],
  ]);
});

test("ranges share their year and their month", () => {
  check([
    ["between 2016 and 2019", ["between 2016 and 2019", "2016-01-01", "2019-12-31"]],
    ["from 2016 to 2019", ["from 2016 to 2019", "2016-01-01", "2019-12-31"]],
    ["2016–2019", ["2016–2019", "2016-01-01", "2019-12-31"]],
    ["2016-17", ["2016-17", "2016-01-01", "2017-12-31"]],
    ["1939-45", ["1939-45", "1939-01-01", "1945-12-31"]],
    ["March 3-5", ["March 3-5", "2024-03-03", "2024-03-05"]],
    ["July 8 and 9", ["July 8 and 9", "2024-07-08", "2024-07-09"]],
    ["12-14 May 2023", ["12-14 May 2023", "2023-05-12", "2023-05-14"]],
    ["May 30–June 2, 2023", ["May 30–June 2, 2023", "2023-05-30", "2023-06-02"]],
    ["December 30 to January 2, 2023", ["December 30 to January 2, 2023", "2022-12-30", "2023-01-02"]],
    ["between November and March", ["between November and March", "2023-11-01", "2024-03-31"]],
    ["from Monday to Wednesday", ["from Monday to Wednesday", "2024-07-08", "2024-07-10"]],
    ["in 2016 and 2019", ["2016", "2016-01-01", "2016-12-31"], ["2019", "2019-01-01", "2019-12-31"]],
  ]);
});

test("open ends and windows", () => {
  check([
    ["since 2014", ["since 2014", "2014-01-01", null]],
    ["ever since last May", ["ever since last May", "2024-05-01", null]],
    ["since July 8", ["since July 8", "2024-07-08", null]],
    ["until March 2025", ["March 2025", "2025-03-01", "2025-03-31"]],
    ["by the end of the year", ["the end of the year", "2024-07-10", "2024-12-31"]],
    ["by the end of 2026", ["the end of 2026", "2024-07-10", "2026-12-31"]],
    ["in the past two years", ["the past two years", "2022-07-10", "2024-07-10"]],
    ["over the last ten days", ["the last ten days", "2024-06-30", "2024-07-10"]],
    ["in the next three months", ["the next three months", "2024-07-10", "2024-10-10"]],
    ["by year-end", ["year-end", "2024-12-31", "2024-12-31"]],
  ]);
});

test("so long ago, so long from now", () => {
  check([
    ["today", ["today", "2024-07-10", "2024-07-10"]],
    ["the day before yesterday", ["the day before yesterday", "2024-07-08", "2024-07-08"]],
    ["tomorrow morning", ["tomorrow morning", "2024-07-11", "2024-07-11"]],
    ["three days ago", ["three days ago", "2024-07-07", "2024-07-07"]],
    ["two weeks ago", ["two weeks ago", "2024-06-24", "2024-06-30"]],
    ["six months ago", ["six months ago", "2024-01-01", "2024-01-31"]],
    ["twenty-five years ago", ["twenty-five years ago", "1999-01-01", "1999-12-31"]],
    ["two-and-a-half years ago", ["two-and-a-half years ago", "2022-01-01", "2022-12-31"]],
    ["half a century ago", ["half a century ago", "1974-01-01", "1974-12-31"]],
    ["a decade ago", ["a decade ago", "2014-01-01", "2014-12-31"]],
    ["a few months ago", ["a few months ago", "2024-02-10", "2024-05-10"]],
    ["in five years’ time", ["in five years’ time", "2029-01-01", "2029-12-31"]],
    ["It lasted for three years and nine days."],
    ["They met recently."],
  ]);
});

test("days counted from a date that is named", () => {
  check([
    ["on the eve of the July 9 summit", ["on the eve of the July 9", "2024-07-08", "2024-07-08"]],
    ["two days after July 8", ["two days after July 8", "2024-07-10", "2024-07-10"]],
    ["a week before May 9, 2023", ["a week before May 9, 2023", "2023-05-02", "2023-05-02"]],
    ["on Easter Monday 2024", ["Easter Monday 2024", "2024-04-01", "2024-04-01"]],
    ["on Christmas Eve", ["Christmas Eve", "2023-12-24", "2023-12-24"]],
    ["Election Day 2024", ["Election Day 2024", "2024-11-05", "2024-11-05"]],
  ]);
});

test("numbers and names that are no dates", () => {
  check([
    ["The army sent 2000 soldiers and 1500 tanks."],
    ["Resolution 1973 and Article 2024 cost $2024 or 2,024 euros."],
    ["Theresa May may march to the second floor of the house."],
    ["The first minister said one country had a second half to play."],
  ]);
});

test("what counts from the publication day stays out without it", () => {
  check(
    [["Last year they met on Monday, in March and in 2019.", ["2019", "2019-01-01", "2019-12-31"]]],
    null,
  );
});

test("weekdays so many away", () => {
  check([
    ["The vote was held two Sundays ago.", ["two Sundays ago", "2024-06-30", "2024-06-30"]],
    ["The envoys met a week ago Friday.", ["a week ago Friday", "2024-06-28", "2024-06-28"]],
    ["The summit opens a week on Friday.", ["a week on Friday", "2024-07-19", "2024-07-19"]],
    ["The envoys will meet Friday week.", ["Friday week", "2024-07-19", "2024-07-19"]],
  ]);
});

test("stretches of months and years to a time, with a half, and within a time to come", () => {
  check([
    ["Exports fell in the 12 months to June.", ["the 12 months to June", "2023-07-01", "2024-06-30"]],
    ["Trade grew in the year to June.", ["the year to June", "2023-07-01", "2024-06-30"]],
    ["The two years to 2023 were lean.", ["The two years to 2023", "2022-01-01", "2023-12-31"]],
    [
      "Trade tripled over the past decade and a half.",
      ["the past decade and a half", "2009-07-10", "2024-07-10"],
    ],
    ["A year and a half ago they broke ties.", ["A year and a half ago", "2023-01-01", "2023-12-31"]],
    ["The two must agree within 60 days.", ["within 60 days", "2024-07-10", "2024-09-08"]],
    ["They agreed within two days."],
    [
      "The bank is to report no later than the end of August.",
      ["the end of August", "2024-07-10", "2024-08-31"],
    ],
  ]);
});

test("years in two figures after an apostrophe", () => {
  check([
    ["It left the pact in '79.", ["'79", "1979-01-01", "1979-12-31"]],
    ["Since ’91 the base is leased.", ["Since ’91", "1991-01-01", null]],
    ["They drove a '79 model."],
  ]);
});
