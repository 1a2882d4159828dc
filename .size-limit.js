const { readFileSync } = require("node:fs");

/** The scripts that the pane's page names: what is loaded before the first screen, beside Office.js. */
const page = readFileSync("dist/taskpane.html", "utf8");
const scripts = [...page.matchAll(/<script[^>]*\ssrc="?([^\s">]+)/g)]
  .map(([, file]) => file)
  .filter((file) => !file.includes("office.js"))
  .map((file) => `dist/${file}`);

module.exports = [{ name: "first load of the pane", path: scripts, limit: "170 kB", gzip: true }];
