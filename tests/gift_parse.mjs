// Reads GIFT files with gift-pegjs and writes what it understood as JSON: the third party that checks our export.

import { readFileSync } from "node:fs";
import parser from "gift-pegjs";

const read = process.argv.slice(2).map((file) => parser.parse(readFileSync(file, "utf-8")));
process.stdout.write(JSON.stringify(read));
