import { useEffect, type RefObject } from "react";

/** Code of the task whose card was closed last: its line in the list takes the focus again. */
let closed: string | null = null;

export function rememberClosedCard(code: string): void {
  closed = code;
}

export function useReturnFocus(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!closed) return;
    list.current?.querySelector<HTMLElement>(`[data-task="${closed}"]`)?.focus();
    closed = null;
  }, [list]);
}
