/** The add-in's own sheets: tasks, results, milestones, units and settings to sheet plans and back. */
export * from "./names";
