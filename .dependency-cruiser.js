/** Which room of src may know which: the one flow, checked. */
const knows = {
  text: [],
  sheet: [],
  locale: [],
  deadline: ["text"],
  unit: ["text"],
  appendix: ["text", "sheet", "deadline", "unit"],
  task: ["text", "sheet", "deadline", "unit", "appendix"],
  tracking: ["text", "sheet", "deadline", "unit", "appendix", "task"],
  check: ["text", "sheet", "deadline", "unit", "appendix", "task", "tracking", "locale"],
  report: ["text", "sheet", "deadline", "unit", "task", "tracking", "locale"],
  collect: ["text", "sheet", "deadline", "unit", "task", "tracking", "report", "locale"],
  excel: ["sheet"],
  file: ["sheet"],
  commands: ["file", "text", "sheet", "deadline", "unit", "appendix", "task", "tracking", "check", "report", "collect", "excel", "locale"],
  pane: ["file", "text", "sheet", "deadline", "unit", "appendix", "task", "tracking", "check", "report", "collect", "excel", "commands", "locale"],
  host: [],
  preview: ["host", "pane", "locale", "commands", "sheet"],
  cli: ["host", "file", "commands", "text", "sheet", "deadline", "unit", "appendix", "task", "tracking", "check", "report", "collect", "excel", "locale"],
};

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "not-to-test", severity: "error", from: { path: "^src" }, to: { path: "^(test|bench|scripts)" } },
    ...Object.entries(knows).map(([room, allowed]) => ({
      name: `room-${room}`,
      severity: "error",
      from: { path: `^src/${room}/` },
      to: { path: "^src/", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
    })),
    {
      name: "pure-rooms-need-no-framework",
      severity: "error",
      from: { path: "^src/(text|sheet|locale|deadline|unit|appendix|task|tracking|check|report|collect)/" },
      to: { path: "(react|fluentui|office-js|node:)", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};
