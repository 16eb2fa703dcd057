// Fails if a dependency of the running bot has a known vulnerability that is high or critical: `npm run audit`.
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";

/** @typedef {{ failed: boolean, line: string }} Verdict */

/**
 * What `npm audit --json` found. Without an answer of the registry nothing is known, and that is said, not failed:
 * a fault of the network is none of the code.
 *
 * @param {string} printed
 * @returns {Verdict}
 */
export function verdictOn(printed) {
  const report = parsed(printed);
  const counts = report?.metadata?.vulnerabilities;
  if (!counts || !report.vulnerabilities) {
    const reason = String(report?.message ?? report?.error?.summary ?? "no report").split("\n")[0];
    return { failed: false, line: `Dependencies not audited, the registry does not answer: ${reason}` };
  }
  const grave = Object.values(report.vulnerabilities)
    .filter(({ severity }) => severity === "high" || severity === "critical")
    .map(({ name, severity }) => `${name} (${severity})`);
  if (grave.length > 0) return { failed: true, line: `Vulnerable dependencies: ${grave.join(", ")}` };
  return {
    failed: false,
    line: `Dependencies audited: nothing high or critical among ${counts.total} findings`,
  };
}

/** @param {string} printed @returns {Report | undefined} */
function parsed(printed) {
  try {
    return JSON.parse(printed);
  } catch {
    return undefined;
  }
}

/**
 * @typedef {{
 *   message?: string,
 *   error?: { summary?: string },
 *   metadata?: { vulnerabilities?: { total: number } },
 *   vulnerabilities?: Record<string, { name: string, severity: string }>,
 * }} Report
 */

/** Only what runs in production; a minute at most. @returns {Verdict} */
export function auditDependencies() {
  const options = ["--json", "--omit=dev", "--fetch-retries=0", "--fetch-timeout=20000"];
  const { stdout } = spawnSync("npm", ["audit", ...options], { encoding: "utf8", timeout: 60_000 });
  return verdictOn(stdout ?? "");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed, line } = auditDependencies();
  console.log(line);
  process.exitCode = failed ? 1 : 0;
}
