import type { OfficeCells } from "./types";

/** An inspectorate whose rooms bear numbers. */
export const cells: OfficeCells = {
  units: [
    ["Văn phòng", "Phòng nghiệp vụ", "Chánh Văn phòng"],
    ["Phòng Nghiệp vụ 1", "Phòng nghiệp vụ", "Trưởng phòng"],
    ["Phòng Nghiệp vụ 2", "Phòng nghiệp vụ", "Trưởng phòng"],
    ["Phòng Nghiệp vụ 3", "Phòng nghiệp vụ", "Trưởng phòng"],
  ],
  cells: [
    ["lead", "Các phòng nghiệp vụ", "groups: Các phòng nghiệp vụ"],
    [
      "support",
      "Các phòng nghiệp vụ 1, 2, 3",
      "support: Phòng Nghiệp vụ 1 | Phòng Nghiệp vụ 2 | Phòng Nghiệp vụ 3",
    ],
    ["lead", "Phòng Nghiệp vụ 1 và 2", "lead: Phòng Nghiệp vụ 1 | Phòng Nghiệp vụ 2"],
    ["lead", "Phòng NV1, NV2", "lead: Phòng Nghiệp vụ 1 | Phòng Nghiệp vụ 2"],
    ["support", "Phòng Nghiệp vụ 1, 9", "support: Phòng Nghiệp vụ 1\nunknown: Phòng Nghiệp vụ 9"],
  ],
};

/** The same rooms before anybody wrote a directory. */
export const withoutDirectory: OfficeCells = {
  units: [],
  cells: [
    ["lead", "Phòng Nghiệp vụ 1", "unknown: Phòng Nghiệp vụ 1"],
    ["lead", "Phòng nghiệp vụ 1", "unknown: Phòng nghiệp vụ 1"],
    ["lead", "Phòng 7", "unknown: Phòng 7"],
    ["lead", "Vụ 4", "unknown: Vụ 4"],
    ["lead", "Phòng 1, Phòng 8", "unknown: Phòng 1 | Phòng 8"],
    ["lead", "Công an xã", "unknown: Công an xã"],
    ["lead", "Phòng chuyên môn", "groups: Phòng chuyên môn"],
  ],
};
