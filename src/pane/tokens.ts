import type { tokens as FluentTokens } from "@fluentui/react-components";

/** Layers stand in no theme, so each carries its own value. */
const LAYERS: Readonly<Record<string, number>> = {
  zIndexBackground: 0,
  zIndexContent: 1,
  zIndexOverlay: 1000,
  zIndexPopup: 2000,
  zIndexMessages: 3000,
  zIndexFloating: 4000,
  zIndexPriority: 5000,
  zIndexDebug: 6000,
};

/**
 * Fluent's design tokens for the built pages, in place of its own list of hundreds: each is the CSS variable of its
 * own name, so nothing need be loaded for them before the first screen. A test compares every one with Fluent's.
 */
export const tokens = new Proxy({} as typeof FluentTokens, {
  get: (_, name) => {
    const layer = LAYERS[String(name)];
    return `var(--${String(name)}${layer === undefined ? "" : `, ${layer}`})`;
  },
});
