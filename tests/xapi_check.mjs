// Checks xAPI statements with xapi-validation and writes what it finds wrong as JSON: the third party that checks our export.

import { readFileSync } from "node:fs";
import xapi from "xapi-validation";

const validate = xapi.default ?? xapi;
const statements = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const wrong = statements.map((one) => validate(one).map((warning) => [warning.constructor.name, warning.path ?? []]));
process.stdout.write(JSON.stringify(wrong));
