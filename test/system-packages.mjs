import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that the tests start, each under the names it goes by, and the Debian packages that bring it. */
const needed = [
  { programs: ["redis-server"], packages: ["redis-server"] },
  // Chromium without a font draws boxes in the screenshots.
  {
    programs: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    packages: ["chromium", "fonts-liberation"],
  },
];

/**
 * Sees to it that every program is there: installs what is missing where apt-get may do so without asking.
 *
 * @returns {string | undefined} one line that says what is missing and how to get it
 */
export function bringSystemPackages() {
  const before = missingPackages();
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
  const after = missingPackages();
  if (after.length === 0) return undefined;
  return `The tests need ${after.join(", ")}: please install it (Debian, Ubuntu: apt-get install ${after.join(" ")}).`;
}

function missingPackages() {
  return needed.filter(({ programs }) => !programs.some(onPath)).flatMap(({ packages }) => packages);
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
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
