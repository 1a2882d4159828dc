/** What jsdom lacks and the components ask for. */
export function stubBrowser(): void {
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollTo = () => undefined;
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { get: () => 350 });
}
