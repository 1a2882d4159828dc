import { cutRules } from "../acts/cells";
import { guardSheet } from "../acts/guard";
import { ActionError, invalidArgument } from "../errors";
import type { CellStyle, ConditionalRule, DataValidation } from "../file/library";
import { isWellFormed } from "../formulas/compile";
import type { Host, RangeTarget } from "../host";
import { contains, overlap } from "../model/address";
import type { Ruled, Sheet } from "../model/sheet";
import { flagValue, implement, numberValue, oneOf, own, textValue } from "../remote";
import { colorOf, shownColor } from "./format";
import { rangeOf } from "./range";
import {
  conditionFillKind,
  conditionFontKind,
  conditionKind,
  conditionLooksKind,
  conditionRuleKind,
  conditionsKind,
  customConditionKind,
  validationKind,
  type RuleTarget,
} from "./kinds";

const operators = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
} as const;

const kinds = {
  wholeNumber: "whole",
  decimal: "decimal",
  textLength: "textLength",
  list: "list",
  date: "date",
  time: "time",
  custom: "custom",
} as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function checked(formula: string, member: string): string {
  if (/\[[^\]]*\]/.test(formula) && !formula.includes('"'))
    throw invalidArgument("Structured references are not allowed here.", member);
  if (!isWellFormed(formula)) throw invalidArgument("This is not a valid formula.", member);
  return formula.slice(1);
}

/** A bound of a rule: a number, a date written yyyy-mm-dd or as a serial, or a formula. */
function bound(value: unknown, kind: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return String(value);
  const text = textValue(value, "DataValidation.rule");
  if (text.startsWith("=")) return checked(text, "DataValidation.rule");
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (kind === "date" && day)
    return String(
      Math.round(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000) +
        25_569,
    );
  if (text !== "" && Number.isFinite(Number(text))) return text;
  throw invalidArgument(`“${text}” is not a number, a date or a formula.`, "DataValidation.rule");
}

function ruleFrom(value: unknown): Omit<DataValidation, "range"> {
  const member = "DataValidation.rule";
  if (!isRecord(value)) throw invalidArgument("A rule is an object.", member);
  const given = Object.keys(kinds).filter((name) => own(value, name) != null);
  const [name] = given as (keyof typeof kinds)[];
  if (given.length !== 1 || !name) throw invalidArgument("A rule has one kind.", member);
  const detail = own(value, name);
  if (!isRecord(detail)) throw invalidArgument("A rule has details.", member);
  const base = {
    type: kinds[name],
    allowBlank: true,
    showErrorMessage: true,
    showInputMessage: true,
  };
  if (name === "list") return { ...base, ...listFrom(own(detail, "source"), member) };
  if (name === "custom")
    return { ...base, formula1: checked(textValue(own(detail, "formula"), member), member) };
  const names = Object.keys(operators) as (keyof typeof operators)[];
  const operator = operators[oneOf(own(detail, "operator"), names, member)];
  const formula1 = bound(own(detail, "formula1"), name);
  const formula2 = bound(own(detail, "formula2"), name);
  const two = operator === "between" || operator === "notBetween";
  if (formula1 === undefined || (two && formula2 === undefined))
    throw invalidArgument("A bound of the rule is missing.", member);
  return { ...base, operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
}

function listFrom(source: unknown, member: string): Pick<DataValidation, "formula1" | "values"> {
  const text = textValue(source, member);
  if (text.startsWith("=")) return { formula1: checked(text, member) };
  if (text.length > 255) throw invalidArgument("A list is at most 255 characters long.", member);
  return { values: text.split(",").map((item) => item.trim()) };
}

function ruleTo({
  type,
  operator,
  formula1,
  formula2,
  values,
}: DataValidation): Record<string, unknown> {
  const name = Object.entries(kinds).find(([, kind]) => kind === type)?.[0] ?? "custom";
  if (type === "list")
    return {
      list: { inCellDropDown: true, source: values ? values.join(",") : `=${formula1 ?? ""}` },
    };
  if (type === "custom") return { custom: { formula: `=${formula1 ?? ""}` } };
  const shown = (formula: string | undefined): unknown => {
    if (formula === undefined) return undefined;
    return Number.isFinite(Number(formula)) ? Number(formula) : `=${formula}`;
  };
  const chosen = Object.entries(operators).find(([, one]) => one === (operator ?? "between"))?.[0];
  return { [name]: { formula1: shown(formula1), formula2: shown(formula2), operator: chosen } };
}

/** The rule of the first cell of a range, if all of the range has it. */
function ruleAt({ sheet, area }: RangeTarget): Ruled<DataValidation> | undefined {
  return sheet.validations.find(({ areas }) => areas.some((part) => contains(part, area)));
}

function change(target: RangeTarget, host: Host, part: Partial<DataValidation>): void {
  guardSheet(target.sheet);
  const found = ruleAt(target);
  if (!found)
    throw new ActionError(
      "InvalidOperation",
      "The range has no validation rule yet.",
      "DataValidation",
    );
  const rule = { ...found.rule, ...part };
  place(target, host, rule);
}

function place({ sheet, area }: RangeTarget, host: Host, rule: DataValidation): void {
  sheet.validations = cutRules(sheet.validations, area);
  sheet.validations.push({ id: host.workbook.nextId("validation"), areas: [{ ...area }], rule });
  host.restyled();
}

function short(value: unknown, most: number, member: string): string {
  const text = textValue(value ?? "", member);
  if (text.length > most) throw invalidArgument(`At most ${most} characters.`, member);
  return text;
}

implement(validationKind, {
  read: {
    type: (target) => {
      const rule = ruleAt(target)?.rule;
      if (!rule) return "None";
      if (rule.type === "whole") return "WholeNumber";
      return rule.type.charAt(0).toUpperCase() + rule.type.slice(1);
    },
    rule: (target) => {
      const rule = ruleAt(target)?.rule;
      return rule ? ruleTo(rule) : {};
    },
    ignoreBlanks: (target) => ruleAt(target)?.rule.allowBlank !== false,
    prompt: (target) => {
      const rule = ruleAt(target)?.rule;
      return {
        showPrompt: rule?.showInputMessage ?? true,
        title: rule?.inputTitle ?? "",
        message: rule?.inputMessage ?? "",
      };
    },
    errorAlert: (target) => {
      const rule = ruleAt(target)?.rule;
      const style = rule?.errorStyle ?? "stop";
      return {
        showAlert: rule?.showErrorMessage ?? true,
        style: style.charAt(0).toUpperCase() + style.slice(1),
        title: rule?.errorTitle ?? "",
        message: rule?.errorMessage ?? "",
      };
    },
  },
  write: {
    rule: (target, value, host) => {
      guardSheet(target.sheet);
      place(target, host, { ...ruleFrom(value), range: "" });
    },
    ignoreBlanks: (target, value, host) =>
      change(target, host, { allowBlank: flagValue(value, "DataValidation.ignoreBlanks") }),
    prompt: (target, value, host) => {
      const given = isRecord(value) ? value : {};
      const member = "DataValidation.prompt";
      change(target, host, {
        showInputMessage: own(given, "showPrompt") === true,
        inputTitle: short(own(given, "title"), 32, member),
        inputMessage: short(own(given, "message"), 255, member),
      });
    },
    errorAlert: (target, value, host) => {
      const given = isRecord(value) ? value : {};
      const member = "DataValidation.errorAlert";
      const style = oneOf(own(given, "style"), ["Stop", "Warning", "Information"], member);
      change(target, host, {
        showErrorMessage: own(given, "showAlert") === true,
        errorStyle: style.toLowerCase() as "stop" | "warning" | "information",
        errorTitle: short(own(given, "title"), 32, member),
        errorMessage: short(own(given, "message"), 255, member),
      });
    },
  },
  call: {
    clear: ({ sheet, area }, _, host) => {
      guardSheet(sheet);
      sheet.validations = cutRules(sheet.validations, area);
      host.restyled();
    },
  },
});

const here = ({ sheet, area }: RangeTarget): Ruled<ConditionalRule>[] =>
  sheet.conditions.filter(({ areas }) => areas.some((part) => overlap(part, area)));

implement(conditionsKind, {
  items: (target) => here(target).map(({ id }) => conditionKind.of({ sheet: target.sheet, id })),
  item: ({ sheet }, key) => conditionKind.of({ sheet, id: String(key) }),
  link: {
    add: ({ sheet, area }, parameters, host) => {
      guardSheet(sheet, "allowFormatCells");
      if (parameters.raw(0) !== "Custom")
        throw new ActionError(
          "NotImplemented",
          "The stand-in makes conditional formats of type Custom only.",
          "ConditionalFormatCollection.add",
        );
      const id = host.workbook.nextId("condition");
      for (const { rule } of sheet.conditions) rule.priority++;
      const rule: ConditionalRule = { type: "expression", priority: 1, range: "", style: {} };
      sheet.conditions.unshift({ id, areas: [{ ...area }], rule });
      host.restyled();
      return conditionKind.of({ sheet, id });
    },
    getItemAt: (target, parameters) => {
      const found = here(target)[parameters.whole(0)];
      if (!found) throw new ActionError("ItemNotFound", "There is no such conditional format.");
      return conditionKind.of({ sheet: target.sheet, id: found.id });
    },
  },
  call: {
    getCount: (target) => here(target).length,
    clearAll: ({ sheet, area }, _, host) => {
      guardSheet(sheet, "allowFormatCells");
      sheet.conditions = cutRules(sheet.conditions, area);
      host.restyled();
    },
  },
});

function conditionOf({ sheet, id }: RuleTarget): Ruled<ConditionalRule> {
  const found = sheet.conditions.find((one) => one.id === id);
  if (!found) throw new ActionError("ItemNotFound", "The conditional format was deleted.");
  return found;
}

implement(conditionKind, {
  id: ({ id }) => id,
  read: {
    id: ({ id }) => id,
    type: (target) => (conditionOf(target).rule.type === "expression" ? "Custom" : "CellValue"),
    priority: (target) => conditionOf(target).rule.priority - 1,
    stopIfTrue: (target) => conditionOf(target).rule.stopIfTrue === true,
  },
  write: {
    priority: (target, value, host) => {
      conditionOf(target).rule.priority = numberValue(value, "ConditionalFormat.priority") + 1;
      host.restyled();
    },
    stopIfTrue: (target, value, host) => {
      conditionOf(target).rule.stopIfTrue = flagValue(value, "ConditionalFormat.stopIfTrue");
      host.restyled();
    },
  },
  link: {
    custom: (target) => customConditionKind.of(target),
    getRange: (target, _, host) => {
      const [area] = conditionOf(target).areas;
      return area ? rangeOf(host, target.sheet, area) : null;
    },
  },
  call: {
    delete: ({ sheet, id }, _, host) => {
      sheet.conditions = sheet.conditions.filter((one) => one.id !== id);
      host.restyled();
    },
  },
});

implement(customConditionKind, {
  link: {
    rule: (target) => conditionRuleKind.of(target),
    format: (target) => conditionLooksKind.of(target),
  },
});

implement(conditionRuleKind, {
  read: {
    formula: (target) => {
      const { formula } = conditionOf(target).rule;
      return `=${typeof formula === "string" ? formula : (formula?.[0] ?? "")}`;
    },
  },
  write: {
    formula: (target, value, host) => {
      const member = "ConditionalFormatRule.formula";
      const text = textValue(value, member);
      const formula = text.startsWith("=") ? text : `=${text}`;
      conditionOf(target).rule.formula = checked(formula, member);
      host.restyled();
    },
  },
});

implement(conditionLooksKind, {
  link: {
    font: (target) => conditionFontKind.of(target),
    fill: (target) => conditionFillKind.of(target),
  },
});

function looks(target: RuleTarget, host: Host, change: (style: CellStyle) => CellStyle): void {
  const { rule } = conditionOf(target);
  rule.style = change(rule.style ?? {});
  host.restyled();
}

implement(conditionFontKind, {
  read: {
    bold: (target) => conditionOf(target).rule.style?.font?.bold ?? null,
    italic: (target) => conditionOf(target).rule.style?.font?.italic ?? null,
    color: (target) => shownColor(conditionOf(target).rule.style?.font?.color, ""),
  },
  write: {
    bold: (target, value, host) => {
      const bold = flagValue(value, "ConditionalRangeFont.bold");
      looks(target, host, (style) => ({ ...style, font: { ...style.font, bold } }));
    },
    italic: (target, value, host) => {
      const italic = flagValue(value, "ConditionalRangeFont.italic");
      looks(target, host, (style) => ({ ...style, font: { ...style.font, italic } }));
    },
    color: (target, value, host) => {
      const color = { rgb: colorOf(value, "ConditionalRangeFont.color") };
      looks(target, host, (style) => ({ ...style, font: { ...style.font, color } }));
    },
  },
});

implement(conditionFillKind, {
  read: {
    color: (target) => {
      const fill = conditionOf(target).rule.style?.fill;
      return fill?.type === "pattern" ? shownColor(fill.bgColor ?? fill.fgColor, "") : "";
    },
  },
  write: {
    color: (target, value, host) => {
      const color = { rgb: colorOf(value, "ConditionalRangeFill.color") };
      looks(target, host, (style) => ({
        ...style,
        fill: { type: "pattern", pattern: "solid", fgColor: color, bgColor: color },
      }));
    },
  },
  call: {
    clear: (target, _, host) =>
      looks(target, host, ({ font, border, numFmt }) => ({ font, border, numFmt })),
  },
});

/** The looks that conditional formats give a cell, first rule first; formulas are relative to the first cell. */
export function conditionalStyle(host: Host, sheet: Sheet, row: number, column: number): CellStyle {
  const at = { row, column, rows: 1, columns: 1 };
  let style: CellStyle = {};
  const rules = [...sheet.conditions].sort((a, b) => a.rule.priority - b.rule.priority);
  for (const { rule, areas } of rules) {
    const [first] = areas;
    const formula = typeof rule.formula === "string" ? rule.formula : rule.formula?.[0];
    if (rule.type !== "expression" || !first || formula === undefined) continue;
    if (!areas.some((area) => contains(area, at))) continue;
    const holds = host.ruleValue(formula, sheet, first, row, column);
    if (holds !== true && !(typeof holds === "number" && holds !== 0)) continue;
    style = { ...rule.style, ...style };
    if (rule.stopIfTrue) break;
  }
  return style;
}
