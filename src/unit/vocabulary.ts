import { comparisonKey, foldAccents } from "../text";

/**
 * Words of Vietnamese administration that owner cells are made of. No unit of a real agency is
 * named here: units come from the directory.
 */

/** One word of a phrase: with its accents, and without for cells typed without any. */
export interface PhraseWord {
  readonly exact: string;
  readonly key: string;
}
/** Phrases by the first word without accents, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly PhraseWord[])[]>;

/** Words with which the name of a body begins. */
export const BODY_KINDS = phrases(
  `sở, bộ, ban, ban quản lý, bql, phòng, p, văn phòng, vp, vụ, cục, tổng cục, chi cục, viện,
  viện kiểm sát, viện hàn lâm, vks, vksnd, trường, trường đại học, đại học, học viện, hv, trung tâm, tt,
  công an, ca, catp, thanh tra, thuế, hải quan, thống kê, kho bạc, kbnn, bảo hiểm, bhxh, ngân hàng, nhnn,
  ủy ban, ub, ủy ban nhân dân, ubnd, ubmttq, mttq, mặt trận, hội đồng, hội đồng nhân dân, hđnd, đoàn, hội,
  hiệp hội, liên đoàn, tổng liên đoàn, liên minh, liên hiệp, tòa án, tand, kiểm toán, đài, báo, tạp chí,
  thông tấn xã, nhà xuất bản, quỹ, công ty, cty, tổng công ty, tập đoàn, bộ tư lệnh, bộ chỉ huy, bch, bchqs,
  quân khu, tỉnh ủy, thành ủy, huyện ủy, quận ủy, đảng ủy, đảng bộ, đội, tổ, tổ công tác, bệnh viện, trạm,
  khoa, chương trình, đề án, dự án, đại hội, điện lực, bưu điện, thư viện, bảo tàng, nhà hát, chi nhánh,
  hợp tác xã, cổng thông tin, công đoàn, cơ quan, kiểm lâm, quốc hội, chính phủ`,
);

/** Pairs of words that begin like a body but are something else. */
export const NOT_A_BODY = phrases(
  `bộ phận, ban hành, báo cáo, tổ chức, phòng chống, trường hợp, hội nghị, hội nhập, hội thảo, tổ dân,
  đoàn thể, viện trợ, đội ngũ, báo chí, xã hội, khoa học`,
);

/** Bodies that stand apart from a group even without further words. */
export const INSTITUTIONS = phrases(
  `ủy ban nhân dân, ubnd, ub mttq, ubmttq, ủy ban mặt trận, mttq, mặt trận tổ quốc, hội đồng nhân dân, hđnd,
  công an, tòa án, tand, viện kiểm sát, vks, vksnd, kho bạc, kbnn, bảo hiểm xã hội, bhxh, bộ tư lệnh,
  bộ chỉ huy, văn phòng, vp, thanh tra, đảng ủy, tỉnh ủy, thành ủy, huyện ủy, ban công tác mặt trận`,
);

/** Local bodies of which every place has one: without a place all of them are meant. */
export const EVERYWHERE = phrases(
  `ban công tác mặt trận, tổ dân phố, tổ công nghệ số cộng đồng, khu dân cư, hộ gia đình, nhân dân, người dân`,
);

/** Words that make what follows a plural. */
export const PLURALS = phrases(`các, những, mọi, tất cả, toàn thể, toàn bộ, toàn, cả, một số`);

/** Nouns for any body: a phrase that starts with one names a group. */
export const GENERIC_BODIES = phrases(
  `cơ quan, đơn vị, tổ chức, doanh nghiệp, địa phương, cá nhân, đoàn thể, chủ đầu tư, nhà đầu tư, nhà thầu,
  nhà trường, cơ sở, cụm ngành, đối tác, chuyên gia, cộng đồng, cán bộ, công chức, viên chức,
  người lao động, hiệp hội, bộ phận, khối, ngành`,
);

/** Nouns that name a group in a list of such nouns ("Sở, ban, ngành") or with a word such as "chuyên môn". */
export const LISTED_BODIES = phrases(
  `sở, ban, bộ, ngành, phòng, vụ, cục, viện, trường, học viện, hội, trung tâm, địa phương, đoàn thể, xã,
  phường, thị trấn, đặc khu, quận, huyện, thị xã, thành phố, tỉnh, tập đoàn, công ty, đơn vị, cơ quan,
  tổ chức, doanh nghiệp, hiệp hội, báo, đài`,
);

/** Levels of local government. */
export const LEVELS = phrases(
  `xã, phường, thị trấn, đặc khu, quận, huyện, thị xã, tx, thành phố, tp, tỉnh`,
);

/** What tells the cities that are provinces from the others. */
export const OF_THE_NATION = phrases(`trực thuộc trung ương, trực thuộc tw`);

/** The levels as a list of them shortens them: "UBND các huyện, thành, thị". */
export const SHORT_LEVELS = phrases(`thành, thị`);

/** The Front, of which every place has a committee. */
export const FRONT = phrases(
  `mttq, mttqvn, mttq việt nam, mttq vn, mặt trận tổ quốc, mặt trận tổ quốc việt nam`,
);

/** Words that turn a listed noun into a group: "phòng chuyên môn", "sở liên quan". */
export const GROUP_MARKS = phrases(
  `chuyên môn, nghiệp vụ, liên quan, có liên quan, chức năng, trực thuộc`,
);

/** Titles of heads, before the unit that is meant. */
export const TITLES = phrases(
  `thủ trưởng, gđ, pgđ, lãnh đạo, người đứng đầu, giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, chủ tịch,
  phó chủ tịch, bộ trưởng, thứ trưởng, tổng cục trưởng, cục trưởng, phó cục trưởng, chi cục trưởng, vụ trưởng,
  phó vụ trưởng, viện trưởng, phó viện trưởng, hiệu trưởng, phó hiệu trưởng, trưởng, phó trưởng, phó, chánh,
  phó chánh, chánh án, chủ nhiệm, phó chủ nhiệm, thống đốc, tư lệnh, chỉ huy trưởng, bí thư, tổng,
  tổng biên tập`,
);

/** Words before a person's name. */
export const PERSON_MARKS = phrases(`đ c, đc, đồng chí, các đồng chí, các đ c, ông, bà, anh, chị`);

/** The commonest Vietnamese family names, for persons without a mark before them. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh đào mai tô trương lâm phùng cao tạ hà lương quách thái chu lưu tống".split(
    " ",
  ),
);

/** Verbs with which a task clause begins after its owner; only in lower case. */
export const CLAUSE_STARTS = phrases(
  `trực tiếp, triển khai, thực hiện, tổ chức thực hiện, tổ chức triển khai, tham mưu, đôn đốc,
  chịu trách nhiệm, đề xuất, rà soát, bảo đảm, đảm bảo, tiếp tục, ban hành, căn cứ, làm đầu mối,
  là đầu mối, đầu mối, gửi, cân đối, bố trí, tiếp thu, phê duyệt, là cơ quan thường trực,
  là cơ quan đầu mối, là đơn vị đầu mối`,
);

/** Verbs that are also words of names ("Phòng Hành chính tổng hợp"): a clause only with an object behind them. */
export const CLAUSE_OR_NAME = phrases(
  `hướng dẫn, theo dõi, tổng hợp, báo cáo, phụ trách, thẩm định, cung cấp, tổ chức, xây dựng,
  kiểm tra, giám sát, đánh giá, tham mưu`,
);

/** Those of them that no name ends with. */
export const NEVER_LAST = phrases(`hướng dẫn, cung cấp, theo dõi, báo cáo`);

/** What a clause about a known body begins with, though a name could not go on with it. */
export const SCOPES = phrases(
  `theo chức năng, theo nhiệm vụ, theo thẩm quyền, theo phân công, theo lĩnh vực, theo phạm vi,
  theo quy định, trong phạm vi, có trách nhiệm`,
);

/** Words with which a document calls on a body. */
export const CALLS = phrases(`đề nghị, yêu cầu, giao, giao cho`);

/** What stands in a cell that repeats the one above it. */
export const DITTOS = phrases(
  `nt, n t, như trên, như mục, như phần, như dòng, như nhiệm vụ, tương tự`,
);

/** What stands in a cell to say that there is nobody. */
export const NOBODY = phrases(`không, không có, không phối hợp`);

/** Words of a label before a name: "Đơn vị thực hiện: …". */
export const LABELS = phrases(
  `thực hiện, chịu trách nhiệm, chịu trách nhiệm chính, đầu mối, phụ trách`,
);

/** Words that only join or introduce. */
export const FILLERS: ReadonlySet<string> = new Set("cùng với hoặc giao do gồm là".split(" "));

/** Words of a name that writers leave out freely. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set("các của cho về".split(" "));

/** Abbreviations that are written in lower case too, or that do not follow from initials. */
export const COMMON_ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  tp: ["thành", "phố"],
  ubnd: ["ủy", "ban", "nhân", "dân"],
  ub: ["ủy", "ban"],
  hdnd: ["hội", "đồng", "nhân", "dân"],
  mttq: ["mặt", "trận", "tổ", "quốc"],
  vp: ["văn", "phòng"],
  bql: ["ban", "quản", "lý"],
  kcn: ["khu", "công", "nghiệp"],
  tw: ["trung", "ương"],
  bhxh: ["bảo", "hiểm", "xã", "hội"],
};

function phrases(list: string): Phrases {
  const byFirst = new Map<string, (readonly PhraseWord[])[]>();
  for (const phrase of list.split(",")) {
    const words = comparisonKey(phrase)
      .split(" ")
      .map((exact): PhraseWord => ({ exact, key: foldAccents(exact) }));
    const first = words[0]?.key ?? "";
    const same = byFirst.get(first);
    if (same) same.push(words);
    else byFirst.set(first, [words]);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.length - a.length);
  return byFirst;
}
