import { describe, expect, test } from "@jest/globals";
import { checkedInFiles, textOf } from "./source-files.js";

/** Hosts from which packages come: they are a matter of each machine's settings. Put together here, so that this file names none. */
const registries = [
  ["registry", "npmjs", "org"],
  ["registry", "yarnpkg", "com"],
  ["npm", "pkg", "github", "com"],
  ["npmmirror", "com"],
  ["pypi", "org"],
  ["files", "pythonhosted", "org"],
  ["crates", "io"],
  ["proxy", "golang", "org"],
].map((parts) => parts.join("."));

/** Servers that companies put in front of them. */
const mirrors = /https?:\/\/[^\s"'/]*(artifactory|nexus|verdaccio|npm|pypi|registry|packages)[^\s"'/]*/i;

/** A folder of one machine, not a route (`/home` on a web site) or the end of a longer path. */
const ownPath = /(?<![\w.:/*)\]-])\/(?:work|root|home|Users)\/[\w.-]/;

const files = checkedInFiles().filter((file) => !/\.(png|jpe?g|pdf|docx|xlsx|ico|zip|woff2?)$/.test(file));

function linesWith(found: (line: string) => boolean): readonly string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split("\n")
      .flatMap((line, i) => (found(line) ? [`${file}:${i + 1}`] : [])),
  );
}

describe("what is checked in", () => {
  test("names no package registry", () => {
    expect(linesWith((line) => mirrors.test(line) || registries.some((host) => line.includes(host)))).toEqual(
      [],
    );
  });

  test("names no folder of the machine it was written on", () => {
    expect(linesWith((line) => ownPath.test(line))).toEqual([]);
  });

  test("locks packages by content, not by where they were fetched from", () => {
    expect(textOf("package-lock.json")).not.toContain('"resolved": "http');
    expect(textOf("package-lock.json")).toContain('"integrity": "sha512-');
  });

  // npm leaves out what the registry at hand does not have, and then `npm ci` refuses the file everywhere.
  test("locks the optional packages of every platform", () => {
    const lock = JSON.parse(textOf("package-lock.json")) as {
      packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
    };
    const locked = Object.keys(lock.packages);
    const optional = Object.values(lock.packages).flatMap((one) =>
      Object.keys(one.optionalDependencies ?? {}),
    );
    expect(optional.length).toBeGreaterThan(10);
    expect(optional.filter((name) => !locked.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual(
      [],
    );
  });
});
