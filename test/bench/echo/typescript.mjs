// Lets Node run the TypeScript of the benchmarks: node --import ./test/bench/echo/typescript.mjs FILE.ts
import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
