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

interface ShowOptions {
  readonly locale?: Locale;
  readonly words?: Words;
  readonly host?: Partial<PaneHost>;
  readonly today?: string;
}

/** Shows the pane over remembered commands, started and settled. */
export async function showPane(commands: FakeCommands, options: ShowOptions = {}): Promise<Shown> {
  const shown = showUnstarted(commands, options);
  await act(() => shown.model.start());
  return shown;
}

/** Shows the pane before it has asked the workbook for anything. */
export function showUnstarted(commands: FakeCommands, options: ShowOptions = {}): Shown {
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
  return { model, page, copied, downloads };
}
