import { comparisonKey } from "../text";
import type { WordLists } from "./types";

interface Proposal {
  readonly word: string;
  readonly when: RegExp;
  /** Not proposed where this stands too. */
  readonly unless?: RegExp;
}

const TO = String.raw`(?:cho|đến|tới|đối với|tại|hướng dẫn)`;

const CONTENTS: readonly Proposal[] = [
  { word: "Mục đích, ý nghĩa của cải cách hành chính", when: /ý nghĩa|tầm quan trọng/u },
  {
    word: "Chủ trương của Đảng, chính sách của Nhà nước",
    when: /(chủ trương|quan điểm)[^.;]*(đảng|nhà nước)|chính sách, pháp luật của nhà nước|văn bản của trung ương/u,
  },
  {
    word: "Nội dung cải cách hành chính",
    when: /cải cách thể chế|một cửa|tổ chức bộ máy|chế độ công vụ|tài chính công|chính quyền điện tử|chuyển đổi số|dịch vụ công trực tuyến/u,
  },
  {
    word: "Giải pháp nâng cao các chỉ số",
    when: /par ?index|sipas|chỉ số cải cách hành chính|chỉ số hài lòng/u,
  },
  {
    word: "Biểu dương gương điển hình, cách làm hay",
    when: /điển hình|biểu dương|cách làm hay/u,
  },
];

const FORMS: readonly Proposal[] = [
  {
    word: "Tin, bài trên Cổng thông tin điện tử",
    when: /tin, bài|(đăng|viết) (tải )?(tin|bài)|đăng tải|chuyên mục|trên (cổng|trang) thông tin điện tử/u,
    unless: /công khai|niêm yết/u,
  },
  { word: "Tập huấn, cuộc thi", when: /tập huấn|cuộc thi|hội thi/u },
  { word: "Lồng ghép vào hội nghị, giao ban, kiểm tra", when: /lồng ghép/u },
  {
    word: "Tài liệu qua phần mềm quản lý văn bản",
    when: /(qua|trên) phần mềm quản lý văn bản/u,
  },
  {
    word: "Công khai thủ tục hành chính",
    when: /(công khai|niêm yết)[^.;]*thủ tục hành chính/u,
  },
];

const AUDIENCES: readonly Proposal[] = [
  {
    word: "Công chức, viên chức, người lao động",
    when: new RegExp(`${TO} [^.;]{0,60}(công chức|viên chức|người lao động)`, "u"),
  },
  { word: "Doanh nghiệp", when: new RegExp(`${TO} [^.;]{0,60}doanh nghiệp`, "u") },
];

/** The lists of the founding plan (contents and forms a to đ, audiences): the officer may change them. */
export const FOUNDING_LISTS: WordLists = {
  contents: CONTENTS.map(({ word }) => word),
  forms: FORMS.map(({ word }) => word),
  audiences: AUDIENCES.map(({ word }) => word),
};

/** For a plan of another field: the officer fills the lists himself. */
export const NO_LISTS: WordLists = { contents: [], forms: [], audiences: [] };

/** Whether a plan's texts are about spreading the word: only then the founding plan's lists fit. */
export function isPropaganda(texts: readonly string[]): boolean {
  return texts.some((text) => comparisonKey(text).includes("tuyên truyền"));
}

/** Content, form and audience that a task's own words name; empty where they do not. */
export function proposeWords(title: string): WordLists {
  const key = comparisonKey(title);
  return {
    contents: named(CONTENTS, key),
    forms: named(FORMS, key),
    audiences: named(AUDIENCES, key),
  };
}

function named(proposals: readonly Proposal[], key: string): string[] {
  return proposals
    .filter(({ when, unless }) => when.test(key) && !unless?.test(key))
    .map(({ word }) => word);
}
