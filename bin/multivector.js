#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error("multivector: This checkout has not been built.\n  Run: npm ci");
  process.exitCode = 1;
}
