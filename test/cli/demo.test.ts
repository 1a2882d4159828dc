import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read as readXlsx } from "@e965/xlsx";
import { folder, run } from "./terminal";

describe("demo", () => {
  it("does the main job in at most 25 lines and says how to see it", async () => {
    const target = folder();
    const { code, out, error } = await run(["demo", "-o", target]);
    expect({ code, error }).toEqual({ code: 0, error: [] });
    expect(out.length).toBeLessThanOrEqual(25);
    expect(out.at(-1)).toContain("npm start");
    const file = join(target, "phu-luc-cchc-2024-da-lap-bao-cao.xlsx");
    expect(readXlsx(readFileSync(file)).SheetNames).toEqual([
      "Phụ lục",
      "Theo dõi",
      "Kết quả",
      "Mốc thời hạn",
      "Đơn vị",
      "Thiết lập",
      "BC 6 tháng 2024",
      "DM 6 tháng 2024",
      "BC năm 2024",
      "DM năm 2024",
    ]);
  });
});
