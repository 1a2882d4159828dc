import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import { dateWords, showNumber, type Locale, type Words } from "../locale";
import { figuresAt, type Figures } from "./figures";
import type { PaneHost } from "./host";
import type { PaneModel } from "./model";
import type { PaneState } from "./state";

/** Which language the officer chose in the pane; null follows Excel. */
interface LanguageChoice {
  readonly chosen: Locale | null;
  readonly choose: (locale: Locale | null) => void;
}

interface PaneContent {
  readonly model: PaneModel;
  readonly words: Words;
  readonly locale: Locale;
  readonly host: PaneHost;
  readonly language: LanguageChoice;
}

export const PaneContext = createContext<PaneContent | null>(null);

export interface Pane extends PaneContent {
  readonly state: PaneState;
  /** A count as the language writes it. */
  readonly number: (value: number) => string;
  /** A day as the language writes it. */
  readonly date: (date: string) => string;
}

/** What every view of the pane needs: model, state, words. */
export function usePane(): Pane {
  const content = useContext(PaneContext);
  if (!content) throw new Error("usePane outside of the pane");
  const state = useSyncExternalStore(content.model.store.subscribe, content.model.store.get);
  const { locale } = content;
  return useMemo(
    () => ({
      ...content,
      state,
      number: (value: number) => showNumber(value, locale),
      date: (date: string) => dateWords(date, locale),
    }),
    [content, state, locale],
  );
}

/** The numbers for the day of the view; counted anew only when the data or the day changes. */
export function useFigures(): Figures | null {
  const { state, model } = usePane();
  const tracking = state.session?.tracking ?? null;
  const { asOf } = model;
  return useMemo(() => (tracking ? figuresAt(tracking, asOf) : null), [tracking, asOf]);
}
