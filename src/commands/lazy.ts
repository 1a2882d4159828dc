import type { WorkbookState } from "../excel";
import type { IsoDate } from "../deadline";
import type { Locale } from "../locale";
import { firstLook, readState, type Desk } from "./desk";
import type { Commands } from "./types";

/**
 * Everything the officer can do, over the workbook that Excel has open. `today` is the day that
 * commands take for today; `locale` the language of every sentence that they say. What reads and
 * writes is loaded with the first command; a first look at the add-in's own sheets comes before.
 */
export function createCommands(options: {
  readonly locale: Locale;
  readonly today: () => IsoDate;
}): Commands {
  const { locale } = options;
  const desk: Desk = { ...options, appendixSheet: undefined };
  let loading: Promise<ReturnType<typeof import("./create").createDeskCommands>> | null = null;
  const all = () => {
    loading ??= import("./create").then(
      ({ createDeskCommands }) => createDeskCommands(desk),
      (cause: unknown) => {
        // The next command tries to load it again.
        loading = null;
        throw cause;
      },
    );
    return loading;
  };
  return {
    open: async (openOptions = {}) => {
      const { onFirstLook, ...rest } = openOptions;
      if (!onFirstLook) return (await all()).open(rest);
      let state: WorkbookState;
      try {
        state = await readState(desk, rest);
        onFirstLook(firstLook(state));
      } catch (error) {
        const { asRefusal } = await import("./refuse");
        throw asRefusal(locale, error);
      }
      return (await all()).open(rest, state);
    },
    track: async (...given) => (await all()).track(...given),
    answer: async (...given) => (await all()).answer(...given),
    report: async (...given) => (await all()).report(...given),
    reportTexts: async (...given) => (await all()).reportTexts(...given),
    closeReport: async (...given) => (await all()).closeReport(...given),
    enterResult: async (...given) => (await all()).enterResult(...given),
    adjustDeadline: async (...given) => (await all()).adjustDeadline(...given),
    setEventDay: async (...given) => (await all()).setEventDay(...given),
    setAsOf: async (...given) => (await all()).setAsOf(...given),
    applyFixes: async (...given) => (await all()).applyFixes(...given),
    ignore: async (...given) => (await all()).ignore(...given),
    restore: async (...given) => (await all()).restore(...given),
    urge: async (...given) => (await all()).urge(...given),
    noteUrged: async (...given) => (await all()).noteUrged(...given),
    findingsSheet: async (...given) => (await all()).findingsSheet(...given),
    forms: async (...given) => (await all()).forms(...given),
    lookAtForms: async (...given) => (await all()).lookAtForms(...given),
    collect: async (...given) => (await all()).collect(...given),
    sendBack: async (...given) => (await all()).sendBack(...given),
    goTo: async (...given) => (await all()).goTo(...given),
    undo: async (...given) => (await all()).undo(...given),
    watch: async (...given) => (await all()).watch(...given),
  };
}
