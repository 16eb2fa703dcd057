import { aloneOnly, sample } from "./test/two-instances.mjs";

/** Jest runs the TypeScript sources as ES modules; @swc/jest strips the types. */
const one = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2023" }, module: { type: "es6" } },
    ],
  },
};

/** The same tests again before two instances behind a round-robin proxy: some in `npm test`, all with KIM_LONG. */
const two = {
  ...one,
  displayName: "two instances",
  testMatch: process.env.KIM_LONG
    ? ["<rootDir>/test/front-door/**/*.test.ts", "<rootDir>/test/browser/**/*.test.ts"]
    : sample.map((file) => `<rootDir>/test/${file}`),
  testPathIgnorePatterns: Object.keys(aloneOnly).map((file) => `/test/${file}$`),
  setupFilesAfterEnv: ["<rootDir>/test/in-two-instances.mjs"],
};

/** A worker that has grown is replaced after its file: each file leaves its modules behind, and collecting garbage gets slow. */
export default { projects: [one, two], testTimeout: 30000, workerIdleMemoryLimit: "1500MB" };
