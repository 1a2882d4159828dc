import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { ThemeSource } from "./mount";

/** Light or dark as the system says; contrast themes are followed by the browser itself. */
export function systemTheme(dark: () => boolean | null = () => null): ThemeSource {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  return {
    get: (): Theme => withVietnameseFonts((dark() ?? query.matches) ? webDarkTheme : webLightTheme),
    subscribe: (listener) => {
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
  };
}

/** Fonts that hold every Vietnamese letter with its marks, on each system that Excel runs on. */
function withVietnameseFonts(theme: Theme): Theme {
  return {
    ...theme,
    fontFamilyBase: "'Segoe UI', -apple-system, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif",
  };
}
