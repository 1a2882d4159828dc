import type { AutoOpen } from "./host";

/** Excel opens the pane with a file that carries this setting; the manifest names the pane by it. */
const SETTING = "Office.AutoShowTaskpaneWithDocument";

/** The little of Office that this needs: the settings of the file for this add-in. */
export type SettingsOfFile = Pick<Office.Settings, "get" | "set" | "remove" | "saveAsync">;

/** Whether the pane opens with the file, and how to change that; null where Office keeps no settings of a file. */
export function autoOpenOf(settings: SettingsOfFile | undefined): AutoOpen | null {
  if (!settings) return null;
  return {
    isOn: () => settings.get(SETTING) === true,
    set: (on) => {
      if (on) settings.set(SETTING, true);
      else settings.remove(SETTING);
      return new Promise((resolve) =>
        settings.saveAsync(({ status }) => resolve(String(status) === "succeeded")),
      );
    },
  };
}
