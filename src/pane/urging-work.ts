import { Refusal } from "../commands/types";
import type { Pane } from "./context";

/** Notes in Sổ đôn đốc that units were urged today. */
export async function noteUrged(
  { model, words }: Pick<Pane, "model" | "words">,
  units: readonly string[],
): Promise<void> {
  const { asOf } = model;
  await model.carryOut(
    words.urging.noting,
    (commands, options) => commands.noteUrged(units, asOf, options),
    () => void noteUrged({ model, words }, units),
  );
}

/** Makes a file and offers it to keep; says so where the place does not allow it. */
export async function saveUrgingFile(
  pane: Pick<Pane, "model" | "words" | "host">,
  name: string,
  type: string,
  make: () => Promise<Uint8Array>,
): Promise<void> {
  const { model, words, host } = pane;
  const saved = await model.ask(
    words.urging.saving,
    async () => {
      if (await host.download(await make(), name, type)) return true;
      throw new Refusal("excel", words.trouble.noCopy, words.urging.noSaveAdvice);
    },
    () => void saveUrgingFile(pane, name, type, make),
  );
  if (saved) model.say(words.reports.saved(name));
}
