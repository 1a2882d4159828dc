import fc from "fast-check";
import iconv from "iconv-lite";
import { commonEncoding, decodeLegacy, encodingOfFont } from "../../src/text";

const toTcvn3 = (text: string) => iconv.decode(iconv.encode(text, "tcvn"), "windows-1252");

const SENTENCES = [
  "Ban hành kế hoạch cải cách hành chính",
  "đơn vị chủ trì",
  "thời hạn hoàn thành",
  "các phòng chuyên môn, nghiệp vụ",
  "văn phòng ủy ban nhân dân tỉnh",
  "quyết định phê duyệt đề án",
  "sở khoa học và công nghệ",
  "tổ chức hội nghị tập huấn cho người lao động",
];

describe("decodeLegacy", () => {
  it("agrees with iconv-lite on every TCVN3 letter, by the font", () => {
    const letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂĐÊÔƠƯ";
    for (const letter of letters) {
      expect(decodeLegacy(toTcvn3(letter), ".VnTime").text).toBe(letter);
    }
  });

  it.each(SENTENCES)("knows TCVN3 by its letters: %s", (text) => {
    expect(decodeLegacy(toTcvn3(text))).toEqual({ text, encoding: "TCVN3" });
  });

  it("shows capitals where the font does", () => {
    expect(decodeLegacy(toTcvn3("kế hoạch"), ".VnTimeH").text).toBe("KẾ HOẠCH");
  });

  it.each([
    ["Ñôn vò chuû trì", "Đơn vị chủ trì"],
    ["Thôøi haïn hoaøn thaønh", "Thời hạn hoàn thành"],
    ["Toå chöùc hoäi nghò taäp huaán", "Tổ chức hội nghị tập huấn"],
    ["KEÁ HOAÏCH CAÛI CAÙCH", "KẾ HOẠCH CẢI CÁCH"],
    ["Quyõ ñaàu tö phaùt trieån", "Quỹ đầu tư phát triển"],
    ["Luyeän taäp, kyû nieäm, thuûy lôïi", "Luyện tập, kỷ niệm, thủy lợi"],
  ])("knows VNI by its pairs: %s", (legacy, text) => {
    expect(decodeLegacy(legacy)).toEqual({ text, encoding: "VNI" });
    expect(decodeLegacy(legacy, "VNI-Times").text).toBe(text);
  });

  it.each([
    ...SENTENCES,
    "Các phòng chuyên môn",
    "Ngày hoàn thành",
    "Hòa An, Thúy, hoàn toàn, khoán, thoát",
    "Cà phê, xà phòng",
    "5 µm, 10 m², 25 °C, 3 × 4",
    "«Kế hoạch» số 12",
    "Công ty TNHH São Paulo – Übersee",
    "café, naïve, über",
    "Hà Nội",
    "a b c 123",
    "",
  ])("leaves Unicode alone: %s", (text) => {
    expect(decodeLegacy(text)).toEqual({ text, encoding: null });
  });

  it("leaves every Unicode Vietnamese text alone, even in a sheet of old ones", () => {
    const word = fc.constantFrom(...SENTENCES.flatMap((sentence) => sentence.split(" ")));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const text = words.join(" ");
        expect(decodeLegacy(text).text).toBe(text);
      }),
    );
    expect(decodeLegacy("Kế hoạch", ".VnTime").text).toBe("Kế hoạch");
    expect(decodeLegacy("Kế hoạch", undefined, "VNI").text).toBe("Kế hoạch");
  });

  it("short texts follow the sheet they stand in", () => {
    const sheet = SENTENCES.map(toTcvn3);
    expect(commonEncoding(sheet)).toBe("TCVN3");
    expect(commonEncoding(SENTENCES)).toBeNull();
    expect(commonEncoding([])).toBeNull();
    expect(decodeLegacy("Ghi chó").text).toBe("Ghi chó");
    expect(decodeLegacy("Ghi chó", undefined, "TCVN3").text).toBe("Ghi chú");
  });

  it("knows the fonts of the time", () => {
    expect(encodingOfFont(".VnArial")).toBe("TCVN3");
    expect(encodingOfFont("VNI-Helve")).toBe("VNI");
    expect(encodingOfFont("Times New Roman")).toBeNull();
    expect(encodingOfFont(undefined)).toBeNull();
  });
});
