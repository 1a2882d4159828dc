import type { Commands } from "../commands/types";

/**
 * Commands that are loaded while the first screen is already shown. The loading begins at once; a
 * command that is called before waits for it, and one after a failed loading tries again.
 */
export function lazyCommands(load: () => Promise<Commands>): Commands {
  let loading: Promise<Commands> | null = null;
  const ready = (): Promise<Commands> => {
    loading ??= load().catch((cause: unknown) => {
      loading = null;
      throw cause;
    });
    return loading;
  };
  ready().catch(() => undefined);
  return {
    open: async (...given) => (await ready()).open(...given),
    track: async (...given) => (await ready()).track(...given),
    answer: async (...given) => (await ready()).answer(...given),
    report: async (...given) => (await ready()).report(...given),
    closeReport: async (...given) => (await ready()).closeReport(...given),
    enterResult: async (...given) => (await ready()).enterResult(...given),
    adjustDeadline: async (...given) => (await ready()).adjustDeadline(...given),
    setAsOf: async (...given) => (await ready()).setAsOf(...given),
    applyFixes: async (...given) => (await ready()).applyFixes(...given),
    ignore: async (...given) => (await ready()).ignore(...given),
    urge: async (...given) => (await ready()).urge(...given),
    findingsSheet: async (...given) => (await ready()).findingsSheet(...given),
    forms: async (...given) => (await ready()).forms(...given),
    lookAtForms: async (...given) => (await ready()).lookAtForms(...given),
    collect: async (...given) => (await ready()).collect(...given),
    goTo: async (...given) => (await ready()).goTo(...given),
    undo: async (...given) => (await ready()).undo(...given),
    watch: async (...given) => (await ready()).watch(...given),
  };
}
