// A visit on the snapshot, with nothing but the snapshot: no archive stands behind it, so whatever is imported late fails.
//
//   node snapshot_visit.mjs PYODIDE SNAPSHOT SNAPSHOT.JS PROGRAMME
//
// The last line of the output is JSON: `late` the modules asked for that are not there, `started` whether a record was
// started, `commands` how many were given, `refused` those that raised.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";

const [pyodide, file, web, programme] = process.argv.slice(2).map((path) => resolve(path));
const load = (path) => import(pathToFileURL(path));
const { loadPyodide } = await load(join(pyodide, "pyodide.mjs"));
const { default: createModule } = await load(join(pyodide, "pyodide.asm.mjs"));
const { emptyHead, restore } = await load(web);
const { info } = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8"));
const head = emptyHead();
const python = await loadPyodide({
  stdLibURL: web, // any file: it is no archive, so nothing can come out of it
  lockFileContents: { info, packages: {} },
  packageBaseUrl: pyodide,
  _loadSnapshot: head,
  createPyodideModule: async (settings) => {
    const module = await createModule(settings);
    restore(module, head, new Uint8Array(inflateSync(readFileSync(file))));
    return module;
  },
});
python.globals.set("programme", readFileSync(programme, "utf8"));
console.log(python.runPython(`
import json, sys

late = []

class Watch:
    def find_spec(self, name, path=None, target=None):
        late.append(name)

sys.meta_path.insert(0, Watch())

from induction import app
from induction.commands import COMMANDS
from induction.views.render import WIDGETS

clock = {"now": "2026-11-22T09:00:00Z", "today": "2026-11-22"}
count = 0

def ask(op, **more):
    return json.loads(app.receive(json.dumps({"op": op, **clock, **more})))

def perform(type, subject="", **args):
    global count
    count += 1
    stamp = {"id": f"01980000-0000-7000-8000-{count:012x}", **clock}
    answer = ask("handle", command={"type": type, "subject": subject, "args": args}, stamp=stamp)
    if answer["record"]:
        ask("open", record=answer["record"], records=[], events=[json.dumps(one) for one in answer["events"]], drafts=[])
    return ask("apply", **{key: answer[key] for key in ("events", "drafts", "erase", "view")})

app.boot(programme)
bundle = app._app.session.bundle
one = bundle.programmes[0]
ask("open", record=None, records=[], events=[], drafts=[])
started = perform("record.start", name="Rhian Prys", role="", programme=one.id, manager="Sioned Vaughan", started="2026-11-01")
for kind in WIDGETS:
    ask("mount", widgets=[{"id": "w", "kind": kind, "subject": "", "root": ""}])
for activity in one.activities:
    ask("mount", widgets=[{"id": "w", "kind": "activity", "subject": activity.id, "root": ""}])
    perform("done", activity.id)
refused = []
for command in COMMANDS:  # with nothing given; what a handler does not take it may refuse
    try:
        perform(command)
    except Exception as error:
        refused.append(f"{command}: {type(error).__name__}")
try:
    app.receive("no JSON")
except ValueError as error:
    import traceback
    traceback.format_exception(error)
json.dumps({"late": late, "started": started["open"] is not None, "commands": count, "refused": refused})
`));
