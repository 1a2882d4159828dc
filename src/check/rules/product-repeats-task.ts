import { defineRule } from "../define";
import { keyOf } from "../keys";
import { placeOf } from "../rows";

/** A product that repeats the task proves nothing. */
export const productRepeatsTask = defineRule({
  id: "product-repeats-task",
  severity: "hint",
  onByDefault: true,
  scope: "task",
  title: { vi: "Sản phẩm lặp lại tên nhiệm vụ", en: "Product repeats the task" },
  protects: {
    vi: "Sản phẩm nói rõ cái gì sẽ có khi làm xong.",
    en: "The product says what there will be when the task is done.",
  },
  message: {
    vi: () => "sản phẩm chép lại tên nhiệm vụ.",
    en: () => "the product repeats the task.",
  },
  advice: {
    vi: "Ghi sản phẩm cụ thể: văn bản, tin bài, hội nghị, số lượng.",
    en: "Name a product: a document, news items, a conference, a number.",
  },
  find(input, { rows }) {
    return rows
      .filter(({ task }) => task.product !== "" && keyOf(task.product) === keyOf(task.title))
      .map(({ raw, task }) => ({
        at: placeOf(input, raw, "product"),
        task: task.code,
        value: task.product,
        data: {},
      }));
  },
});
