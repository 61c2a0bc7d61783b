import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue, SETS, stateCodes } from "../../src/indicators/index.ts";
import { gzipped, importText, inShort, problemsOf } from "./memory.ts";

test("the catalogue has every set, and says where it comes from and on what terms", () => {
  assert.deepEqual(
    catalogue()
      .map(({ name }) => name)
      .sort(),
    [...SETS].sort(),
  );
  for (const { name, where, licence, cite, coverage } of catalogue())
    for (const text of [where, licence, cite, coverage]) assert.ok(text.length > 3, name);
});

const VOTES = `resid,ccode,date,year,vote
46001,365,1991-09-30,1991,1
46001,370,1991-09-30,1991,2
46001,345,1991-09-30,1991,3
78002,365,2023-10-30,2022,8
`;

test("votes by resid: sessions from the number, dated codes, the year that the file gives", async () => {
  const { votes, report } = await importText("un-votes", { "votes_1991_2023.csv": VOTES });
  assert.deepEqual(
    votes.map(({ state, session, year, vote }) => [state, session, year, vote]),
    [
      ["SUN", 46, 1991, "yes"],
      ["BLR", 46, 1991, "abstain"],
      ["YUG", 46, 1991, "no"],
      ["RUS", 78, 2022, "absent"],
    ],
  );
  assert.equal(report.files[0]?.stamp.version, "1991_2023");
  assert.deepEqual(report.files[0]?.years, [1991, 2022]);
  assert.deepEqual(report.files[0]?.cast, { sessions: [46, 78], days: ["1991-09-30", "2023-10-30"] });
});

test("a gzipped file reads as a plain one, whatever its line ends and column order", async () => {
  const plain = await importText("un-votes", { "a.csv": VOTES });
  const zipped = await importText("un-votes", { "a.csv.gz": gzipped(VOTES.replaceAll("\n", "\r\n")) });
  assert.deepEqual(zipped.votes, plain.votes);
  const turned = VOTES.trimEnd()
    .split("\n")
    .map((line) => line.split(",").reverse().join(","))
    .join("\r");
  assert.deepEqual((await importText("un-votes", { "a.csv": turned })).votes, plain.votes);
});

test("published votes: absences kept, states that were no members passed over, American dates", async () => {
  const { votes, report } = await importText("un-votes", {
    "UNVotes.csv": `rcid,session,vote,ccode,member,date,year
9,11,1,2,1,1/2/1957,1956
9,11,8,365,1,1/2/1957,1956
9,11,9,732,0,1/2/1957,1956
`,
  });
  assert.deepEqual(
    votes.map(({ state, date, year, vote }) => [state, date, year, vote]),
    [
      ["USA", "1957-01-02", 1957, "yes"],
      ["SUN", "1957-01-02", 1957, "absent"],
    ],
  );
  assert.deepEqual([...(report.files[0]?.passedOver ?? [])], [["not a member", 1]]);
});

test("votes without dates take them from the file of roll calls, in whatever order the files come", async () => {
  const files = {
    "un_votes.csv": `rcid,country,country_code,vote
4,Norway,NO,yes
4,Federal Republic of Germany,NA,no
5,Norway,NO,no
`,
    "un_roll_calls.csv": `rcid,session,importantvote,date,unres,descr
4,30,0,1975-11-01,R/30/1,"Two lines
in a cell, and a ""quote"""
`,
  };
  const { votes, report } = await importText("un-votes", files);
  assert.deepEqual(
    votes.map(({ state, session, date }) => [state, session, date]),
    [
      ["NOR", 30, "1975-11-01"],
      ["DEU", 30, "1975-11-01"],
    ],
  );
  const problems = report.files.flatMap((file) => file.problems.shown);
  assert.deepEqual(
    problems.map(({ line, kind }) => [line, kind]),
    [[4, "missing key"]],
  );
});

test("the UN library's layout", async () => {
  const { votes } = await importText("un-votes", {
    "library.csv": "undl_id,ms_code,ms_name,ms_vote,date,session\n4000,KAZ,KAZAKHSTAN,A,2023-12-19,78\n",
  });
  assert.deepEqual(
    votes.map(({ state, vote, rollCall }) => [state, vote, rollCall]),
    [["KAZ", "abstain", "4000"]],
  );
});

test("ideal points: the release from the file's name, missing cells without a value", async () => {
  const { observations, report } = await importText("un-ideal-points", {
    "IdealpointestimatesAll_Jun2030.csv": `"","ccode","session","NVotesAll","IdealPointAll","USAgree","RUSSAgree"
"1",370,77,90,-0.5,0.2,NA
`,
  });
  assert.deepEqual(inShort(observations), [
    "un_ideal_point BLR - 2022 -0.5",
    "un_votes_cast BLR - 2022 90",
    "un_agree_share BLR USA 2022 0.2",
  ]);
  assert.equal(report.files[0]?.stamp.version, "Jun2030");
});

test("alliances: obligations of a directed dyad, and of members of a treaty with an open end", async () => {
  const dyads = await importText("atop", {
    "ddyr_5.1.csv": `ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul
370,365,1995,1,0,0,1,0
370,365,1995,1,0,0,1,0
365,365,1995,1,0,0,0,0
`,
  });
  assert.deepEqual(inShort(dyads.observations).sort(), [
    "atop_defense BLR RUS 1995 1",
    "atop_nonagg BLR RUS 1995 1",
  ]);
  assert.deepEqual(problemsOf(dyads), ["3 duplicate key", "4 impossible value"]);
  const members = await importText("atop", {
    "member_v4.01.csv": `atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul
9000,370,1994,1,3,0,0,0,1,0,0,0,0
9000,371,1994,2,31,0,0,0,1,0,0,0,0
`,
  });
  assert.deepEqual(inShort(members.observations), ["atop_treaty_defense BLR ATOP9000 1994-01-03/.. 1"]);
  assert.deepEqual(problemsOf(members), ["3 not a date"]);
});

test("two formal alliances of a pair in a year count as two", async () => {
  const { observations } = await importText("cow-alliances", {
    "alliances.csv": `ccode1,ccode2,year,defense,neutrality,nonaggression,entente
2,20,1960,1,0,0,0
2,20,1960,1,0,0,1
`,
  });
  assert.deepEqual(inShort(observations).sort(), [
    "cow_alliance_defense USA CAN 1960 2",
    "cow_alliance_entente USA CAN 1960 1",
  ]);
});

test("memberships: −9 and −1 are missing, 0 is none, and a state's covered year is told from silence", async () => {
  const states = await importText("cow-igo", {
    "state_year.csv": "ccode,year,state,un,wto,csto\n370,2010,belarus,1,3,0\n371,2010,armenia,1,-9,-1\n",
  });
  assert.deepEqual(inShort(states.observations), [
    "cow_igo_membership BLR UN 2010 1",
    "cow_igo_membership BLR WTO 2010 3",
    "cow_igo_full_memberships BLR - 2010 1",
    "cow_igo_membership ARM UN 2010 1",
    "cow_igo_full_memberships ARM - 2010 1",
  ]);
  const organisations = await importText("cow-igo", {
    "igo_year.csv": "ioname,orgname,year,belarus,china,atlantis,sdate\nSCO,Shanghai,2014,0,1,1,2001\n",
  });
  assert.deepEqual(inShort(organisations.observations), ["cow_igo_membership CHN SCO 2014 1"]);
  assert.deepEqual(problemsOf(organisations), ["2 unknown state"]);
  const shared = await importText("cow-igo", {
    "d.csv": "ccode1,ccode2,year,dyadigos\n2,20,1960,31\n2,41,1960,-9\n",
  });
  assert.deepEqual(inShort(shared.observations), ["cow_igo_shared_full USA CAN 1960 31"]);
});

test("trade: flow1 goes to the first state, missing is never zero, below zero is impossible", async () => {
  const dyads = await importText("cow-trade", {
    "trade_4.0.csv": "ccode1,ccode2,year,flow1,flow2\n2,20,1950,10,0\n2,70,1950,,-9\n2,40,1950,-3,5\n",
  });
  assert.deepEqual(inShort(dyads.observations), [
    "cow_trade_imports USA CAN 1950 10",
    "cow_trade_imports CAN USA 1950 0",
    "cow_trade_imports CUB USA 1950 5",
  ]);
  assert.deepEqual(problemsOf(dyads), ["4 impossible value"]);
  const totals = await importText("cow-trade", { "t.csv": "ccode,year,imports,exports\n2,1950,100,\n" });
  assert.deepEqual(inShort(totals.observations), ["cow_trade_imports_total USA - 1950 100"]);
});

test("Comtrade, old and new: totals only, the world without a partner", async () => {
  const old = await importText("comtrade", {
    "old.csv": `Year,Trade Flow,Reporter ISO,Partner ISO,Commodity Code,Trade Value (US$)
2015,Import,CHN,BLR,TOTAL,500
2015,Export,CHN,WLD,TOTAL,9000
2015,Import,CHN,BLR,27,3
`,
  });
  assert.deepEqual(inShort(old.observations), [
    "comtrade_imports CHN BLR 2015 500",
    "comtrade_exports CHN - 2015 9000",
  ]);
  const present = await importText("comtrade", {
    "new.csv":
      "refYear,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n2022,CHN,BLR,X,TOTAL,7.5\n2022,CHN,QQQ,X,TOTAL,1\n",
  });
  assert.deepEqual(inShort(present.observations), ["comtrade_exports CHN BLR 2022 7.5"]);
  assert.deepEqual(problemsOf(present), ["3 unknown state"]);
});

test("the arms register: a preamble, Latin-1, deals summed with their lines, groups kept by name", async () => {
  const text = `Transfers of arms
A '?' is uncertain.

Recipient,Supplier,Year of order, ,Number ordered,Year(s) of delivery,SIPRI TIV of delivered weapons
Belarus,Russia,2004,,4,2005; 2006,10.5
Belarus,Russia,2004,,2,2006; 2005,1.5
Côte d'Ivoire,unknown supplier(s),2004,?,1,2004,0
Hezbollah (Lebanon)*,Iran,2004,,1,2004,3
Belarus,Ruritania,2004,,1,2004,3
`;
  const imported = await importText("sipri-arms", { "register_1950-2024.csv": Buffer.from(text, "latin1") });
  assert.deepEqual(inShort(imported.observations), [
    "sipri_tiv_delivered BLR RUS 2005/2006 12",
    "sipri_tiv_delivered CIV unknown supplier(s) 2004 0",
    "sipri_tiv_delivered Hezbollah (Lebanon)* IRN 2004 3",
  ]);
  assert.equal(imported.observations[0]?.row, "5 6");
  assert.deepEqual(problemsOf(imported), ["9 unknown state"]);
  assert.match(imported.report.files[0]?.notes.join() ?? "", /Latin-1/);
});

test("the arms table: a column per year, an empty cell without a value", async () => {
  const { observations } = await importText("sipri-arms", {
    "table.csv": "Volume\n\nRecipient,2000,2009,2010,2000-2010\nBelarus,,0,5,5\nTotal world import,1,1,6,8\n",
  });
  assert.deepEqual(inShort(observations), [
    "sipri_tiv_imports BLR - 2009 0",
    "sipri_tiv_imports BLR - 2010 5",
    "sipri_tiv_imports BLR - 2000/2010 5",
  ]);
});

test("influence: the state is the one influenced, in all three layouts", async () => {
  const full = await importText("fbic", {
    "full.csv": "iso3a,iso3b,year,fbic,bandwidth,dependence,dependencemax\nRUS,BLR,2018,1,1,1,4\n",
  });
  assert.deepEqual(inShort(full.observations), [
    "fbic BLR RUS 2018 1",
    "fbic_bandwidth BLR RUS 2018 1",
    "fbic_dependence BLR RUS 2018 1",
    "fbic_input_largest_dependence BLR RUS 2018 4",
  ]);
  const receivers = await importText("fbic", {
    "r.csv":
      "iso3,receiver,year,econb_chn,fbic_chn,fbic_rus\nBLR,Belarus,2018,.3,.15,1\nCHN,China,2018,,,0.1\n",
  });
  assert.deepEqual(inShort(receivers.observations), [
    "fbic_bandwidth_economic BLR CHN 2018 0.3",
    "fbic BLR CHN 2018 0.15",
    "fbic BLR RUS 2018 1",
    "fbic CHN RUS 2018 0.1",
  ]);
  const china = await importText("fbic", {
    "c.csv": "iso3c,year,fbic,bandwidth,west_1_fbic\nBLR,2018,.14,NA,0.2\n",
  });
  assert.deepEqual(inShort(china.observations), ["fbic BLR CHN 2018 0.14"]);
});

test("sanctions: lists of names that hold commas themselves", async () => {
  const imported = await importText("gsdb-sanctions", {
    "GSDB_V3.csv": `case_id,sanctioned_state,sanctioning_state,begin,end,trade,arms,military,financial,travel,other
1,"Egypt, Arab Rep.","EU, Korea, South, Atlantis",2000,2003,0,1,0,0,0,0
2,Belarus,EU,2006,2004,1,0,0,0,0,0
`,
  });
  assert.deepEqual(inShort(imported.observations), [
    "gsdb_sanctions_arms EGY EU 2000/2003 1",
    "gsdb_sanctions_arms EGY KOR 2000/2003 1",
  ]);
  assert.deepEqual(problemsOf(imported), ["2 unknown state", "3 impossible value"]);
});

test("Chinese finance: commitments by year, records and projects counted once", async () => {
  const years = await importText("chinese-finance", { "y.csv": "ccode,year,oof_amt,oda_amt\n370,2016,5,\n" });
  assert.deepEqual(inShort(years.observations), ["gcdf_other_official_flows BLR CHN 2016 5"]);
  const places = await importText("chinese-finance", {
    "p.csv": "id,shapeGroup,even_split_ratio_commitment_value\n7,BLR,10\n7,BLR,10\n8,BLR,\n9,112,1\n",
  });
  assert.deepEqual(inShort(places.observations), [
    "gcdf_projects BLR CHN 2000/2021 2",
    "gcdf_projects_commitment BLR CHN 2000/2021 20",
  ]);
  const projects = await importText("chinese-finance", {
    "g.csv":
      "project_id,recipients,recipients_iso3,transactions_start_year,total_commitments\n1,Belarus,BLR,2010,100\n2,Africa|Chad,X|TCD,2010,1\n1,Belarus,BLR,2011,5\n",
  });
  assert.deepEqual(inShort(projects.observations), [
    "gcof_projects BLR CHN 2010 1",
    "gcof_commitments BLR CHN 2010 100",
  ]);
  const tracker = await importText("chinese-finance", {
    "tracker_2005-2018.csv":
      'Year,Month,Quantity in Millions,Transaction Party,Country,BRI\n2010,May,100,X,Belarus,0\n2010,June,"1,150",X,Belarus,0\n',
  });
  assert.deepEqual(inShort(tracker.observations), ["cgit_transactions BLR CHN 2010 1250"]);
});

test("Chinese finance: an amount below zero is reported, not passed over in silence", async () => {
  const projects = await importText("chinese-finance", {
    "g.csv":
      "project_id,recipients,recipients_iso3,transactions_start_year,total_commitments\n1,Chad,TCD,2010,-5\n",
  });
  assert.deepEqual(inShort(projects.observations), ["gcof_projects TCD CHN 2010 1"]);
  assert.deepEqual(problemsOf(projects), ["2 impossible value"]);
  const tracker = await importText("chinese-finance", {
    "t.csv": "Year,Month,Quantity in Millions,Transaction Party,Country,BRI\n2010,May,-100,X,Chad,0\n",
  });
  assert.deepEqual(inShort(tracker.observations), []);
  assert.deepEqual(problemsOf(tracker), ["2 impossible value"]);
  const places = await importText("chinese-finance", {
    "p.csv": "id,shapeGroup,even_split_ratio_commitment_value\n7,TCD,-1\n",
  });
  assert.deepEqual(problemsOf(places), ["2 impossible value"]);
});

test("debt, investment and capabilities", async () => {
  const debt = await importText("hrt-debt", {
    "d.csv":
      '\uFEFFCountry,CountryCode,ISO,Year,ChinaDebt_USD,ChinaDebt_GDP,,\nBelarus,913,BLR,2017,"7,000,000",13,,\nRomania,968,ROM,2017,0,0,,\n',
  });
  assert.deepEqual(inShort(debt.observations), [
    "hrt_debt BLR CHN 2017 7000000",
    "hrt_debt_to_gdp BLR CHN 2017 13",
    "hrt_debt ROU CHN 2017 0",
    "hrt_debt_to_gdp ROU CHN 2017 0",
  ]);
  const columns =
    '"COUNTRY.ID","DV_TYPE.ID","INDICATOR.ID","COUNTERPART_COUNTRY.ID","TIME_PERIOD","OBS_VALUE"';
  const investment = await importText("imf-investment", {
    "i.csv": `${columns}\n"CHN","O","OTWD_D_NETAL_FALL_ALL","BLR","2017","268"\n"CHN","SCC","OTWD_D_NETAL_FALL_ALL","GX641","2017","1"\n`,
  });
  assert.deepEqual(inShort(investment.observations), ["imf_direct_investment_outward CHN BLR 2017 268"]);
  const capabilities = await importText("cinc", {
    "nmc_v6.csv": "ccode,year,milex,milper,cinc\n2,1990,-9,2181,0.14\n2,1991,1,2,1.4\n",
  });
  assert.deepEqual(inShort(capabilities.observations), [
    "cow_milper USA - 1990 2181",
    "cow_cinc USA - 1990 0.14",
    "cow_milex USA - 1991 1",
    "cow_milper USA - 1991 2",
  ]);
  assert.deepEqual(problemsOf(capabilities), ["3 impossible value"]);
});

test("meetings, visits and leaders", async () => {
  const meetings = await importText("china-leaders", {
    "m.csv":
      'date,year,country,leader,text\n2015-05-10,2015,Belarus,Someone,"met, twice"\n2015-05-10,2015,Belarus,Another,met\n2015-13-10,2015,Belarus,Another,met\n',
  });
  assert.deepEqual(inShort(meetings.observations), ["china_leader_meetings BLR CHN 2015-05-10 2"]);
  assert.deepEqual(problemsOf(meetings), ["4 not a date"]);
  const visits = await importText("us-visits", {
    "v.csv":
      "id,direction,country,start,end\nt1,outbound,korea-south,2019-06-29,2019-06-30\nt2,sideways,belarus,2019-06-29,\n",
  });
  assert.deepEqual(inShort(visits.observations), ["us_visits_outbound KOR USA 2019-06-29/2019-06-30 1"]);
  const archigos = await importText("leaders", {
    "archigos_4.1.csv":
      "obsid,gwcode,leader,startdate,enddate\nRUS-2012,365,Someone,2012-05-07,2015-12-31\nGFR-1982,260,Another,1982-10-01,1998-10-27\n",
  });
  assert.deepEqual(inShort(archigos.observations), [
    "leader_in_office RUS - 2012-05-07/2015-12-31 1",
    "leader_in_office DEU - 1982-10-01/1998-10-27 1",
  ]);
  const reign = await importText("leaders", {
    "reign.csv": "stateabb,ccode,leader,sdate,smonth,syear,emonth,eyear\nBLR,370,Someone,20,7,1994,,2021\n",
  });
  assert.deepEqual(inShort(reign.observations), ["leader_in_office BLR - 1994-07-20/.. 1"]);
});

test("published agreement", async () => {
  const imported = await importText("un-agreement", {
    "AgreementScoresAll_Jun2030.csv":
      "session.x,ccode1,ccode2,agree,year\n77,370,365,0.85,2022\n77,370,710,1.2,2022\n",
  });
  assert.deepEqual(inShort(imported.observations), ["un_agreement BLR RUS 2022 0.85"]);
  assert.deepEqual(problemsOf(imported), ["3 impossible value"]);
});

test("in no year do two states of the system share a code", () => {
  for (let year = 1816; year <= 2020; year++) {
    const system = stateCodes().systemIn(year);
    assert.equal(new Set(system).size, system.length, String(year));
  }
  assert.ok(stateCodes().systemIn(1990).includes("GFR") && stateCodes().systemIn(1990).includes("DEU"));
});
