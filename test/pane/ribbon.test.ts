import { associateButtons } from "../../src/pane/ribbon";
import { RibbonQueue } from "../../src/pane/ribbon-queue";

type Action = (event: { completed: () => void }) => void;

function office(show: () => Promise<void> = () => Promise.resolve()) {
  const actions = new Map<string, Action>();
  return {
    actions: { associate: (name: string, action: Action) => void actions.set(name, action) },
    addin: { showAsTaskpane: show },
    press: (name: string) =>
      new Promise<void>((completed) => actions.get(name)?.({ completed: () => completed() })),
    names: () => [...actions.keys()],
  };
}

it("knows every button of the manifest", () => {
  const excel = office();
  associateButtons(excel, new RibbonQueue());
  expect(excel.names()).toEqual(["checkAppendix", "halfYearReport", "yearReport", "urge"]);
});

it("keeps a press that came before the pane, and completes it when it is done", async () => {
  const excel = office();
  const queue = new RibbonQueue();
  associateButtons(excel, queue);
  const done: string[] = [];
  const pressed = excel.press("halfYearReport").then(() => done.push("completed"));
  await Promise.resolve();
  expect(done).toEqual([]);
  queue.take((request) => {
    done.push(request);
    return Promise.resolve();
  });
  await pressed;
  expect(done).toEqual(["first-half", "completed"]);
});

it("completes the button also when the work fails", async () => {
  const excel = office();
  const queue = new RibbonQueue();
  queue.take(() => Promise.reject(new Error("broken")));
  associateButtons(excel, queue);
  const logged = jest.spyOn(console, "error").mockImplementation(() => undefined);
  await excel.press("urge");
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(logged).toHaveBeenCalledTimes(1);
  logged.mockRestore();
});

it("does the work also where the pane cannot be shown by a program", async () => {
  const excel = office(() => Promise.reject(new Error("not supported")));
  const queue = new RibbonQueue();
  const asked: string[] = [];
  queue.take((request) => {
    asked.push(request);
    return Promise.resolve();
  });
  associateButtons(excel, queue);
  await excel.press("checkAppendix");
  expect(asked).toEqual(["check"]);
});
