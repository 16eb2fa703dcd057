// What `npm test` runs: system packages, build, type check, lint, audit, all tests, and one closing line of figures.
// Arguments go to jest: `npm test -- test/casework`. `--long` (npm run test:long) adds what takes its time.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { auditDependencies } from "./audit-dependencies.mjs";
import { bringSystemPackages } from "./system-packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const long = process.argv.includes("--long") || process.env.KIM_LONG === "1";
const jestArguments = process.argv.slice(2).filter((argument) => argument !== "--long");
const minutes = long ? 180 : 20;
/** What Jest, its workers and the servers of the tests get to go away by themselves. */
const graceMs = 10_000;

const missing = bringSystemPackages(long);
if (missing) {
  console.error(missing);
  process.exit(1);
}

/** Failures that are no tests: a step before them, a run that broke, a process that stayed. @type {string[]} */
const failures = [];
for (const step of ["build", "typecheck", "lint"]) {
  if (spawnSync("npm", ["run", "-s", step], { stdio: "inherit" }).status !== 0)
    failures.push(`npm run ${step}`);
}
const audit = auditDependencies();
console.log(audit.line);
if (audit.failed) failures.push("npm run audit");
// Marks the build as fresh, or every test that starts the program would build again, all at once.
const built = join("dist", "tsconfig.tsbuildinfo");
if (existsSync(built)) utimesSync(built, new Date(), new Date());

const { passed, failed, skipped } = await runJest();
for (const failure of failures) console.error(`Failed: ${failure}`);
const total = failed + failures.length;
console.log(`\n${passed} passed, ${total} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = total > 0 ? 1 : 0;

async function runJest() {
  const folder = mkdtempSync(join(tmpdir(), "kim-test-"));
  const results = join(folder, "results.json");
  try {
    const jest = spawn(process.execPath, jestCommand(results), {
      // A process group of its own: whatever the tests leave behind can be found and ended, and nothing else.
      detached: true,
      stdio: ["ignore", "inherit", "inherit"],
      env: environment(),
    });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.once(signal, () => {
        endGroup(jest.pid, "SIGKILL");
        rmSync(folder, { recursive: true, force: true });
        process.exit(130);
      });
    }
    const exitCode = await ended(jest, results);
    await endLeftovers(jest.pid);
    return readResults(results, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} results */
function jestCommand(results) {
  const cli = createRequire(import.meta.url).resolve("jest/bin/jest");
  const workers = jestArguments.some((argument) => /^(-w|-i|--maxWorkers|--runInBand)/.test(argument))
    ? []
    : [`--maxWorkers=${Math.min(availableParallelism(), 8)}`];
  const patience = long ? ["--testTimeout=1800000"] : [];
  return [cli, "--json", `--outputFile=${results}`, ...workers, ...patience, ...jestArguments];
}

/** Settings of whoever runs the tests must not reach the programs under test; those for the tests themselves may. */
function environment() {
  const forTests = ["KIM_LONG", "KIM_SCREENSHOTS"];
  const settings = Object.keys(parseEnv(readFileSync(".env.example", "utf8")));
  const own = settings.filter((name) => !forTests.includes(name));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)));
  const options = [env.NODE_OPTIONS, "--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  return { ...env, NODE_OPTIONS: options.filter(Boolean).join(" "), ...(long && { KIM_LONG: "1" }) };
}

/**
 * Waits for the end, but no longer than the limit, and only a while once the results are there: an open handle
 * keeps Jest alive for ever.
 *
 * @param {import("node:child_process").ChildProcess} jest
 * @param {string} results
 * @returns {Promise<number | null>}
 */
async function ended(jest, results) {
  /** @type {Promise<number | null>} */
  const exit = new Promise((resolve) => jest.once("exit", resolve));
  const until = Date.now() + minutes * 60_000;
  let writtenAt = 0;
  for (;;) {
    const code = await Promise.race([exit, wait(500, "running", { ref: false })]);
    if (code !== "running") return code;
    if (existsSync(results)) writtenAt ||= Date.now();
    const stuck = writtenAt > 0 && Date.now() > writtenAt + graceMs;
    if (!stuck && Date.now() < until) continue;
    failures.push(
      stuck ? "Jest did not end after its last test" : `the tests took more than ${minutes} minutes`,
    );
    endGroup(jest.pid, "SIGKILL");
    return exit;
  }
}

/** Servers and browsers that a test started and did not stop are ended, named and counted as a failure. @param {number | undefined} group */
async function endLeftovers(group) {
  const until = Date.now() + graceMs;
  while (membersOf(group).length > 0 && Date.now() < until) await wait(100);
  const left = membersOf(group);
  if (left.length === 0) return;
  failures.push(`left running by the tests: ${left.join("; ")}`);
  endGroup(group, "SIGKILL");
}

/** @param {number | undefined} group @param {NodeJS.Signals | 0} signal 0 only asks */
function endGroup(group, signal) {
  try {
    return group !== undefined && process.kill(-group, signal);
  } catch {
    return false; // Nobody is left in it.
  }
}

/** The command lines of a process group that still runs. @param {number | undefined} group */
function membersOf(group) {
  if (!existsSync("/proc")) return endGroup(group, 0) ? ["a process"] : [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // Behind the name in brackets stand state, parent and process group. A zombie (Z) only waits for its parent.
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const [state, , itsGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        if (state === "Z" || Number(itsGroup) !== group) return [];
        return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()];
      } catch {
        return []; // It ended meanwhile.
      }
    });
}

/**
 * @param {string} results
 * @param {number | null} exitCode
 */
function readResults(results, exitCode) {
  if (!existsSync(results)) {
    failures.push("Jest gave no results");
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const found = JSON.parse(readFileSync(results, "utf8"));
  // A file that can't be loaded has no tests, and its loss would not show among them.
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
  const skipped = found.numPendingTests + found.numTodoTests;
  if (found.numPassedTests + failed === 0) failures.push("no test ran");
  else if (exitCode !== 0 && failed === 0 && failures.length === 0)
    failures.push(`Jest ended with ${exitCode}`);
  return { passed: found.numPassedTests, failed, skipped };
}
