import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Rooms that run anywhere: they may not know Office.js, the browser or node. */
const pureRooms = [
  "text",
  "deadline",
  "unit",
  "sheet",
  "appendix",
  "task",
  "tracking",
  "check",
  "report",
  "collect",
  "locale",
];

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "coverage/**", "**/*.js", "**/*.mjs", "**/*.cjs"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "react-hooks": reactHooks, "office-addins": officeAddins },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/call-sync-before-read": "off",
      "office-addins/load-object-before-read": "off",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    rules: {
      "no-restricted-globals": [
        "error",
        "Excel",
        "Office",
        "OfficeExtension",
        "window",
        "document",
        "process",
        "fetch",
        "setTimeout",
      ],
    },
  },
);
