import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, render, type RenderResult } from "@testing-library/react";
import { vi, type Locale, type Words } from "../../src/locale";
import { PaneContext } from "../../src/pane/context";
import type { PaneHost } from "../../src/pane/host";
import { PaneModel } from "../../src/pane/model";
import { PaneView } from "../../src/pane/pane";
import type { FakeCommands } from "./fake-commands";

export interface Shown {
  readonly model: PaneModel;
  readonly page: RenderResult;
  readonly copied: string[];
  readonly downloads: { name: string; bytes: Uint8Array }[];
}

const TODAY = "2024-06-14";

/** Shows the pane over remembered commands, started and settled. */
export async function showPane(
  commands: FakeCommands,
  options: { locale?: Locale; words?: Words; host?: Partial<PaneHost>; today?: string } = {},
): Promise<Shown> {
  const copied: string[] = [];
  const downloads: { name: string; bytes: Uint8Array }[] = [];
  const host: PaneHost = {
    openSample: null,
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
    download: (bytes, name) => {
      downloads.push({ name, bytes });
      return Promise.resolve(true);
    },
    ...options.host,
  };
  const words = options.words ?? vi;
  const locale = options.locale ?? "vi";
  const model = new PaneModel({ commands, host, words, today: () => options.today ?? TODAY });
  const language = { chosen: null, choose: () => undefined };
  const page = render(
    <FluentProvider theme={webLightTheme}>
      <PaneContext value={{ model, words, locale, host, language }}>
        <PaneView />
      </PaneContext>
    </FluentProvider>,
  );
  await act(() => model.start());
  return { model, page, copied, downloads };
}
