import { webLightTheme, type Theme } from "@fluentui/react-components";
import type { ThemeSource } from "./mount";

/**
 * Light or dark as the system says; contrast themes are followed by the browser itself. The dark colours are
 * loaded where they are wanted, and before the first screen, so that nothing flashes; it stays light without them.
 */
export async function systemTheme(dark: () => boolean | null = () => null): Promise<ThemeSource> {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => dark() ?? query.matches;
  let darkTheme: Theme | null = null;
  const prepare = async () => {
    if (!isDark() || darkTheme) return;
    darkTheme = await import("./dark-theme").then(
      ({ webDarkTheme }) => webDarkTheme,
      () => null,
    );
  };
  await prepare();
  return {
    get: () => withVietnameseFonts((isDark() ? darkTheme : null) ?? webLightTheme),
    subscribe: (listener) => {
      const change = () => void prepare().then(listener);
      query.addEventListener("change", change);
      return () => query.removeEventListener("change", change);
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
