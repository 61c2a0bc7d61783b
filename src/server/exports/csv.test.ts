import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine } from "./csv.ts";

test("cells are quoted where they must be, and formulas are made harmless", () => {
  assert.equal(
    csvLine(["a,b", 'say "no"', "two\nlines", null, 1.5, false]),
    '"a,b","say ""no""","two\nlines",,1.5,false\r\n',
  );
  assert.equal(csvLine(["=1+1", "+x", "-x", "@x", -2]), "'=1+1,'+x,'-x,'@x,-2\r\n");
});
