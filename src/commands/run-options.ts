import type { ExcelProgress, RunOptions } from "../excel";
import type { Locale } from "../locale";
import type { CommandOptions } from "./types";

const STEPS: Readonly<Record<Locale, Readonly<Record<ExcelProgress["step"], string>>>> = {
  vi: {
    reading: "Đang đọc phụ lục…",
    writing: "Đang ghi các trang…",
    verifying: "Đang đối chiếu công thức…",
    "cell-edit": "Đang sửa một ô. Nhấn Enter hoặc Esc trong ô, việc sẽ tự tiếp tục.",
  },
  en: {
    reading: "Reading the appendix…",
    writing: "Writing the sheets…",
    verifying: "Comparing the formulas…",
    "cell-edit": "A cell is being edited. Press Enter or Esc in it; the work then goes on.",
  },
};

/** The officer's options as the room that speaks to Excel takes them. */
export function runOptions(locale: Locale, options: CommandOptions = {}): RunOptions {
  const { onProgress, signal } = options;
  return {
    ...(signal ? { signal } : {}),
    ...(onProgress
      ? {
          onProgress: ({ step, done }: ExcelProgress) =>
            onProgress({ step: STEPS[locale][step], done }),
        }
      : {}),
  };
}
