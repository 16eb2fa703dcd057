import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { packageRoot } from "../package-root.js";
import { type AppIdentity, appManifest, englishStrings } from "./manifest.js";

/** The app package as the Teams admin centre takes it. The same settings give the same bytes. */
export async function zipAppPackage(identity: AppIdentity): Promise<Uint8Array> {
  const icons = join(packageRoot(), "bot", "app-package", "icons");
  const [color, outline] = await Promise.all(
    ["color.png", "outline.png"].map((name) => readFile(join(icons, name))),
  );
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
  return zipSync(
    {
      "manifest.json": json(appManifest(identity)),
      "en.json": json(englishStrings()),
      "color.png": color ?? Buffer.alloc(0),
      "outline.png": outline ?? Buffer.alloc(0),
    },
    { mtime: new Date(2000, 0, 1) },
  );
}
