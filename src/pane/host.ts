/** Opening the pane with the file that it belongs to. */
export interface AutoOpen {
  readonly isOn: () => boolean;
  /** Takes effect once the officer saves the file; false when the place does not allow it. */
  readonly set: (on: boolean) => Promise<boolean>;
}

/** What the place where the pane runs does for it, besides the commands. */
export interface PaneHost {
  /** Opens the sample workbook; null where that is not possible. */
  readonly openSample: (() => Promise<void>) | null;
  /** Opens an .xlsx file as a new workbook; null or left out where that is not possible. */
  readonly openWorkbook?: ((bytes: Uint8Array) => Promise<void>) | null;
  /** null or left out where the pane cannot open with a file. */
  readonly autoOpen?: AutoOpen | null;
  /** Offers a file to keep; false when the place does not allow it. */
  readonly download: (bytes: Uint8Array, name: string, type: string) => Promise<boolean>;
  /** Copies text, with HTML for word processors; false when the place does not allow it. */
  readonly copy: (text: string, html?: string) => Promise<boolean>;
}

/** Copying and downloading as browsers and webviews do it. */
export function browserHost(
  openSample: PaneHost["openSample"],
  openWorkbook: PaneHost["openWorkbook"] = null,
  autoOpen: PaneHost["autoOpen"] = null,
): PaneHost {
  return { openSample, openWorkbook, autoOpen, download, copy };
}

async function download(bytes: Uint8Array, name: string, type: string): Promise<boolean> {
  try {
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    await new Promise((resolve) => setTimeout(resolve, 0));
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}

async function copy(text: string, html?: string): Promise<boolean> {
  try {
    if (html && typeof ClipboardItem !== "undefined") {
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": new Blob([text], { type: "text/plain" }),
          "text/html": new Blob([html], { type: "text/html" }),
        }),
      ]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    return true;
  } catch {
    return copyByCommand(text, html);
  }
}

/** The older way, which webviews allow where the clipboard interface is blocked. */
function copyByCommand(text: string, html?: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    if (html) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
  };
  document.addEventListener("copy", give);
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", give);
  }
}
