// Asks the real search worker over the real index, without a browser: node tests/search.cjs SITE [ROLE] < queries, one a line.
// Writes JSON: for each query the addresses found, page by page, the best page first.

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [site, role = ""] = process.argv.slice(2);
const assets = path.join(site, "assets");
let answered = () => {};
const listeners = [];
const world = {
  console,
  URL,
  setTimeout,
  location: { href: "https://handbook.example/assets/search.js", pathname: "/assets/search.js" },
  addEventListener: (kind, listener) => kind === "message" && listeners.push(listener),
  dispatchEvent: (event) => [...listeners].forEach((listener) => listener(event)),
  MessageEvent,
  postMessage: (message) => answered(message),
  importScripts: (...files) => files.forEach((file) => run(path.join(assets, file))),
  BroadcastChannel: class {
    postMessage() {
      setTimeout(() => this.onmessage({ data: role })); // the page answers with the role that was chosen
    }
  },
};
world.self = world;
vm.createContext(world);
const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), world, { filename: file });
run(path.join(assets, "search.js"));

const ask = (data) => new Promise((resolve) => {
  answered = resolve;
  listeners.forEach((listener) => listener({ data }));
});

(async () => {
  await new Promise((resolve) => setTimeout(resolve)); // the role has come
  const index = JSON.parse(fs.readFileSync(path.join(site, "search", "search_index.json"), "utf8"));
  await ask({ type: 0, data: { ...index, options: { suggest: false } } });
  const found = [];
  for (const query of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const { data } = await ask({ type: 2, data: query });
    found.push(data.items.map((page) => page.map(({ location }) => location)));
  }
  process.stdout.write(JSON.stringify(found));
})();
