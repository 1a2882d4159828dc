import type { Locale } from "../locale";
import { cellAddress } from "../sheet";
import type { CheckInput, Finding, Part, Rule, Scope, Severity } from "./types";

/** A finding with its place as numbers, for sorting: row from 1 and column from 0; 0 for the whole table. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly row: number;
  readonly column: number;
}

/** A rule with its data hidden, so that rules of all kinds stand in one list. */
export interface RunnableRule {
  readonly id: string;
  readonly severity: Severity;
  readonly onByDefault: boolean;
  readonly scope: Scope;
  readonly protects: Readonly<Record<Locale, string>>;
  readonly title: Readonly<Record<Locale, string>>;
  readonly advice: Readonly<Record<Locale, string>>;
  /** What the rule finds in a part of the appendix, in the reader's language. */
  run(input: CheckInput, part: Part, locale: Locale): PlacedFinding[];
}

/** Makes a rule runnable: its reports become findings with cell, words and fix. */
export function defineRule<Data>(rule: Rule<Data>): RunnableRule {
  return {
    id: rule.id,
    severity: rule.severity,
    onByDefault: rule.onByDefault,
    scope: rule.scope,
    protects: rule.protects,
    title: rule.title,
    advice: rule.advice,
    run(input, part, locale) {
      const { sheet } = input.appendix;
      return rule.find(input, part).map((report): PlacedFinding => {
        const cell = report.at ? cellAddress(report.at.row - 1, report.at.column) : "";
        const finding: Finding = {
          rule: rule.id,
          severity: rule.severity,
          sheet,
          cell,
          task: report.task,
          value: report.value,
          message: (cell === "" ? "" : CELL[locale](cell)) + rule.message[locale](report.data),
          advice: rule.advice[locale],
          ...(report.fix === undefined || cell === ""
            ? {}
            : { fix: { sheet, cell, before: report.value, after: report.fix } }),
          candidates: report.candidates ?? [],
        };
        return { finding, row: report.at?.row ?? 0, column: report.at?.column ?? 0 };
      });
    },
  };
}

const CELL: Readonly<Record<Locale, (cell: string) => string>> = {
  vi: (cell) => `Ô ${cell}: `,
  en: (cell) => `Cell ${cell}: `,
};
