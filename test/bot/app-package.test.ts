import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, expect, test } from "@jest/globals";
import Ajv from "ajv-draft-04";
import { strFromU8, unzipSync } from "fflate";
import { appManifest, englishStrings } from "../../bot/app-package/manifest.js";
import { zipAppPackage } from "../../bot/app-package/zip.js";

const identity = {
  appId: "6f1c3a52-0d5e-4b1e-9a77-2f0f5c8f6a10",
  publicUrl: "https://kim.example.org",
  version: "1.2.3",
};
const manifest = appManifest(identity);
const version = String(manifest.manifestVersion);

/** Microsoft's schemas as their npm package brings them: nothing is fetched. */
async function schemaErrors(schema: string, value: unknown): Promise<unknown> {
  const require = createRequire(import.meta.url);
  const path = require.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/${schema}`);
  const ajv = new Ajv.default({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: true,
  });
  const validate = ajv.compile(JSON.parse(await readFile(path, "utf8")));
  return validate(value) ? [] : validate.errors;
}

describe("the app package", () => {
  test("holds a manifest and English strings that Microsoft's schema takes, and icons of the sizes Teams wants", async () => {
    const files = unzipSync(await zipAppPackage(identity));
    expect(Object.keys(files).sort()).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
    const read = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
    expect(await schemaErrors("MicrosoftTeams.schema.json", read("manifest.json"))).toEqual([]);
    expect(await schemaErrors("MicrosoftTeams.Localization.schema.json", read("en.json"))).toEqual([]);
    expect(sizeOfPng(files["color.png"])).toEqual([192, 192]);
    expect(sizeOfPng(files["outline.png"])).toEqual([32, 32]);
  });

  test("is refused by the same schema once it is wrong", async () => {
    const { developer: _left, ...incomplete } = manifest;
    expect(await schemaErrors("MicrosoftTeams.schema.json", incomplete)).not.toEqual([]);
    expect(
      await schemaErrors("MicrosoftTeams.schema.json", { ...manifest, name: { short: "x".repeat(31) } }),
    ).not.toEqual([]);
  });

  test("names only the own domain, and pages on it", () => {
    expect(manifest.validDomains).toEqual(["kim.example.org"]);
    for (const url of Object.values(manifest.developer as Record<string, string>).filter((one) =>
      one.includes(":"),
    ))
      expect(url).toMatch(/^https:\/\/kim\.example\.org\//);
  });

  test("replaces by English strings only what stands in the manifest", () => {
    const { $schema: _schema, ...strings } = englishStrings();
    for (const path of Object.keys(strings)) {
      const found = path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], manifest);
      expect({ path, found: typeof found }).toEqual({ path, found: "string" });
    }
  });

  test("gives the same bytes for the same settings", async () => {
    expect(Buffer.compare(await zipAppPackage(identity), await zipAppPackage(identity))).toBe(0);
  });

  test("puts the tab beside meetings too, where it follows the rules of a group", () => {
    const [tab] = manifest.staticTabs as { scopes: string[]; context: string[]; contentUrl: string }[];
    expect(tab?.scopes).toEqual(["personal", "groupChat"]);
    expect(tab?.context).toEqual(["personalTab", "meetingSidePanel"]);
    expect(tab?.contentUrl).toBe("https://kim.example.org/tab/");
  });
});

function sizeOfPng(bytes: Uint8Array | undefined): readonly [number, number] {
  const png = Buffer.from(bytes ?? new Uint8Array(24));
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
