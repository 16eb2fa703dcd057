import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** What the tests start or load, each under the names it goes by, and the Debian packages that bring it. */
const needed = [
  { programs: ["redis-server"], packages: ["redis-server"] },
  // Chromium without a font draws boxes in the screenshots.
  {
    programs: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    packages: ["chromium", "fonts-liberation"],
  },
  { programs: ["python3"], packages: ["python3"] },
  // libical, which judges every calendar message.
  { libraries: ["libical.so.3"], packages: ["libical3"] },
];
/** What `--long` needs besides. */
const neededLong = [{ programs: ["dovecot"], packages: ["dovecot-imapd"] }];

/**
 * Sees to it that all of it is there: installs what is missing where apt-get may do so without asking.
 *
 * @param {boolean} long
 * @returns {string | undefined} one line that says what is missing and how to get it
 */
export function bringSystemPackages(long) {
  const all = long ? [...needed, ...neededLong] : needed;
  const before = missingPackages(all);
  if (before.length === 0) return undefined;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const mayInstall = onPath("apt-get") && (sudo.length === 0 || succeeds([...sudo, "true"]));
  if (mayInstall) {
    console.log(`Installing for the tests: ${before.join(" ")}`);
    // `env`, because sudo drops variables.
    const apt = [...sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
    run([...apt, "update"]);
    run([...apt, "install", "--yes", "--no-install-recommends", ...before]);
  }
  const after = missingPackages(all);
  if (after.length === 0) return undefined;
  return `The tests need ${after.join(", ")}: please install it (Debian, Ubuntu: apt-get install ${after.join(" ")}).`;
}

/** @typedef {{ programs?: string[], libraries?: string[], packages: string[] }} Needed */

/** @param {readonly Needed[]} all */
function missingPackages(all) {
  return all
    .filter(({ programs = [], libraries = [] }) => !programs.some(onPath) && !libraries.some(loads))
    .flatMap(({ packages }) => packages);
}

/** Whether the dynamic linker finds a library. @param {string} library */
function loads(library) {
  return succeeds(["python3", "-c", `import ctypes; ctypes.CDLL("${library}")`]);
}

/** @param {string} program */
function onPath(program) {
  // Servers lie where only an administrator's PATH leads.
  return [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @param {readonly string[]} command */
function succeeds([program = "", ...args]) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** Quiet unless it fails. @param {readonly string[]} command */
function run([program = "", ...args]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
}
