import type { Outcome } from "./run-list";

/** "64/64 giả định đúng", with what failed and what was not run. */
export function totalOf(outcomes: readonly Outcome[]): string {
  const count = (state: Outcome["state"]): number =>
    outcomes.filter((outcome) => outcome.state === state).length;
  const parts = [`${count("held")}/${outcomes.length} giả định đúng`];
  if (count("broken") > 0) parts.push(`${count("broken")} không đúng`);
  if (count("not run") > 0) parts.push(`${count("not run")} chưa chạy`);
  return parts.join(" · ");
}

/** The whole result as text to send on: where it ran, the total, and what does not hold in full. */
export function resultText(
  outcomes: readonly Outcome[],
  place: string,
  leftSheets: readonly string[],
): string {
  const others = outcomes.filter(({ state }) => state !== "held");
  const held = outcomes.filter(({ state }) => state === "held");
  return [
    "Tự kiểm tra trên Excel này",
    place,
    totalOf(outcomes),
    ...(leftSheets.length > 0 ? [`Trang còn sót lại: ${leftSheets.join(", ")}`] : []),
    ...others.flatMap(({ id, assumption, source, state, error }) => [
      "",
      `${state === "broken" ? "KHÔNG ĐÚNG" : "CHƯA CHẠY"} ${id}`,
      `  ${assumption}`,
      `  ${source}`,
      ...(error === "" ? [] : [`  ${error}`]),
    ]),
    "",
    `Đúng: ${held.map(({ id }) => id).join(", ")}`,
    "",
  ].join("\n");
}
