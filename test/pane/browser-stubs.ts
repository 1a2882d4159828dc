import { cleanup } from "@testing-library/react";

/** What every test of the pane needs before and after it. */
export function preparePane(): void {
  beforeAll(stubBrowser);
  // Before the errors are looked at: what unmounting logs counts too.
  afterEach(cleanup);
  refuseLoggedErrors();
}

/** What jsdom lacks and the components ask for. */
function stubBrowser(): void {
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollTo = () => undefined;
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { get: () => 350 });
}

/** What the page logs as an error is a fault of the pane: the test that causes it fails. */
function refuseLoggedErrors(): void {
  beforeEach(() => {
    jest.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
      throw new Error(`logged as an error: ${words.map(String).join(" ")}`);
    });
  });
  afterEach(() => {
    const logged = jest.mocked(console.error).mock.calls;
    jest.restoreAllMocks();
    expect(logged).toEqual([]);
  });
}
