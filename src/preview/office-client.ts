interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

const CLIENT = "vendor/excel-web-16.00.js";

/**
 * Loads Microsoft's own Excel client, unmodified, over a channel to the workbook, and supplies the
 * little of `Office` that the add-in uses where there is no Office.
 */
export async function loadClient(port: MessagePort): Promise<void> {
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => port.postMessage(text),
    onMessageFromHost: null,
  };
  port.onmessage = (event: MessageEvent<string>) => bridge.onMessageFromHost?.(event.data);
  Object.assign(globalThis, { _richApiNativeBridge: bridge });
  await loadScript(CLIENT);
  const information = { host: "Excel", platform: "OfficeOnline" };
  Object.assign(globalThis, {
    Office: {
      HostType: { Excel: "Excel" },
      PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac" },
      context: {
        requirements: {
          isSetSupported: (set: string) => set === "ExcelApi" || set === "SharedRuntime",
        },
        displayLanguage: document.documentElement.lang,
        contentLanguage: "vi-VN",
        ...information,
        diagnostics: { ...information, version: "16.0" },
      },
      onReady: () => Promise.resolve(information),
      actions: { associate: () => undefined },
      addin: { showAsTaskpane: () => Promise.resolve() },
    },
  });
}

/** Runs a script from an address. Rejects when it cannot be loaded. */
export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });
}
