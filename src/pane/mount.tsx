import { FluentProvider, type Theme } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Commands } from "../commands/types";
import type { IsoDate } from "../deadline";
import { loadWords, vi, type Locale, type Words } from "../locale";
import { PaneContext } from "./context";
import type { PaneHost } from "./host";
import { PaneModel } from "./model";
import { PaneView } from "./pane";
import type { RibbonQueue } from "./ribbon-queue";

const KEPT = "phu-luc.language";

interface MountOptions {
  readonly createCommands: (options: { locale: Locale; today: () => IsoDate }) => Commands;
  readonly host: PaneHost;
  readonly today: () => IsoDate;
  /** Language of Excel. */
  readonly locale: Locale;
  readonly theme: ThemeSource;
  readonly ribbon?: RibbonQueue;
}

/** The colours to use now, and news of changes. */
export interface ThemeSource {
  readonly get: () => Theme;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Puts the pane into an element; gives how to take it away. */
export function mountPane(element: HTMLElement, options: MountOptions): () => void {
  const root = createRoot(element);
  root.render(<Root {...options} />);
  return () => root.unmount();
}

function Root(options: MountOptions) {
  const [chosen, setChosen] = useState<Locale | null>(keptLanguage);
  const [words, setWords] = useState<{ locale: Locale; words: Words } | null>(null);
  const locale = chosen ?? options.locale;
  const theme = useTheme(options.theme);
  useEffect(() => {
    let current = true;
    void loadWords(locale)
      .catch(() => vi)
      .then((loaded) => {
        if (current) setWords({ locale, words: loaded });
      });
    document.documentElement.lang = locale;
    return () => {
      current = false;
    };
  }, [locale]);
  const choose = useCallback((next: Locale | null) => {
    keepLanguage(next);
    setChosen(next);
  }, []);
  const language = useMemo(() => ({ chosen, choose }), [chosen, choose]);
  return (
    <FluentProvider theme={theme} style={{ height: "100%" }} lang={locale}>
      {words ? <Loaded {...options} {...words} language={language} /> : null}
    </FluentProvider>
  );
}

function Loaded(
  props: MountOptions & {
    words: Words;
    language: { chosen: Locale | null; choose: (next: Locale | null) => void };
  },
) {
  const { createCommands, host, today, locale, words, language, ribbon } = props;
  const model = useMemo(
    () => new PaneModel({ commands: createCommands({ locale, today }), host, words, today }),
    [createCommands, host, today, locale, words],
  );
  useEffect(() => {
    let forget: (() => void) | null = null;
    let current = true;
    void model.start().then(() => {
      if (current) forget = ribbon?.take((request) => model.ribbon(request)) ?? null;
    });
    return () => {
      current = false;
      forget?.();
      void model.close();
    };
  }, [model, ribbon]);
  const content = useMemo(
    () => ({ model, words, locale, host, language }),
    [model, words, locale, host, language],
  );
  return (
    <PaneContext value={content}>
      <PaneView />
    </PaneContext>
  );
}

function useTheme(source: ThemeSource): Theme {
  const [theme, setTheme] = useState(source.get);
  useEffect(() => source.subscribe(() => setTheme(source.get())), [source]);
  return theme;
}

/** The language chosen in this pane; a webview may refuse to keep it. */
function keptLanguage(): Locale | null {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === "vi" || kept === "en" ? kept : null;
  } catch {
    return null;
  }
}

function keepLanguage(locale: Locale | null): void {
  try {
    if (locale) localStorage.setItem(KEPT, locale);
    else localStorage.removeItem(KEPT);
  } catch {
    // Without storage the choice holds until the pane closes.
  }
}
