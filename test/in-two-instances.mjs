// Runs before each file of the project "two instances"; test/front-door/two-instances.ts says what it means.
import { jest } from "@jest/globals";

process.env.KIM_TEST_INSTANCES = "2";
// Pictures in docs/ are of one instance.
delete process.env.KIM_SCREENSHOTS;
// A Redis and a process more to start, and each turn over one hop more.
if (!process.env.KIM_LONG) jest.setTimeout(120_000);
