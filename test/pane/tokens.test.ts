import { tokens as fluent } from "@fluentui/react-components";
import { tokens } from "../../src/pane/tokens";

it("gives every token as Fluent does", () => {
  const all = Object.entries(fluent);
  expect(all.length).toBeGreaterThan(400);
  expect(all.filter(([name, value]) => tokens[name as keyof typeof fluent] !== value)).toEqual([]);
});
