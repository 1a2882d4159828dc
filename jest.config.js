/** Tests mirror src: test/<room>/….test.ts(x). A test that needs a DOM says so in its first line. */
module.exports = {
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "^.+\\.(t|j|mj)sx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: ["/node_modules/(?!(hucre|.*strip-bom|uuid)/)"],
  testTimeout: 30000,
  // The process that hands out the tests is idle: every core can run some.
  maxWorkers: "100%",
};
