import type { Locale } from "../locale";
import { cellAddress } from "../sheet";
import type { CheckInput, Finding, Rule, Severity } from "./types";

/** A rule with its data hidden, so that rules of all kinds stand in one list. */
export interface RunnableRule {
  readonly id: string;
  readonly severity: Severity;
  readonly onByDefault: boolean;
  readonly protects: Readonly<Record<Locale, string>>;
  readonly title: Readonly<Record<Locale, string>>;
  readonly advice: Readonly<Record<Locale, string>>;
  /** What the rule finds, in the reader's language. */
  run(input: CheckInput, locale: Locale): Finding[];
}

/** Makes a rule runnable: its reports become findings with cell, words and fix. */
export function defineRule<Data>(rule: Rule<Data>): RunnableRule {
  return {
    id: rule.id,
    severity: rule.severity,
    onByDefault: rule.onByDefault,
    protects: rule.protects,
    title: rule.title,
    advice: rule.advice,
    run(input, locale) {
      const { sheet } = input.appendix;
      return rule.find(input).map((report): Finding => {
        const cell = report.at ? cellAddress(report.at.row - 1, report.at.column) : "";
        return {
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
      });
    },
  };
}

const CELL: Readonly<Record<Locale, (cell: string) => string>> = {
  vi: (cell) => `Ô ${cell}: `,
  en: (cell) => `Cell ${cell}: `,
};
