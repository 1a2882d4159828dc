import { defineRule } from "../define";
import { hasColumn, placeOf, shortened } from "../rows";

/** Without a product nobody can say when a task is done. */
export const noProduct = defineRule<{ title: string }>({
  id: "no-product",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Thiếu sản phẩm", en: "No product" },
  protects: {
    vi: "Có căn cứ để xác nhận nhiệm vụ đã hoàn thành.",
    en: "There is something to show that a task is done.",
  },
  message: {
    vi: ({ title }) => `nhiệm vụ “${title}” chưa ghi sản phẩm, kết quả cần đạt.`,
    en: ({ title }) => `task “${title}” names no product.`,
  },
  advice: {
    vi: "Ghi sản phẩm đếm được hoặc có số văn bản.",
    en: "Name a product that can be counted or has a document number.",
  },
  find(input, { rows }) {
    if (!hasColumn(input, "product")) return [];
    return rows
      .filter(({ task }) => task.product.trim() === "")
      .map(({ raw, task }) => ({
        at: placeOf(input, raw, "product"),
        task: task.code,
        value: "",
        data: { title: shortened(task.title) },
      }));
  },
});
