import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { AppIdentity } from "../app-package/manifest.js";
import { zipAppPackage } from "../app-package/zip.js";
import { ConfigFaulty } from "../config.js";
import { packageRoot } from "../package-root.js";
import { type CliCommand, print } from "./command-line.js";

/** Teams opens an app's pages over https only. */
const PublicUrl = z.url({ protocol: /^https$/ });

export const appPackage: CliCommand = {
  words: ["package"],
  usage: "package [--out DATEI]",
  does: "Macht das App-Paket für das Teams Admin Center (dist/kim-assistent.zip). Braucht MicrosoftAppId und PUBLIC_URL.",
  options: { out: { type: "string" } },
  least: 0,
  most: 0,
  async run({ flags, env }) {
    const identity = await identityFrom(env);
    const path = typeof flags.out === "string" ? flags.out : join(packageRoot(), "dist", "kim-assistent.zip");
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await zipAppPackage(identity));
    if (flags.json) print(JSON.stringify({ path, ...identity }));
    else
      print(
        `${path}\nBitte im Teams Admin Center hochladen: Teams-Apps > Apps verwalten > Aktionen > Neue App hochladen.`,
      );
    return 0;
  },
};

/** @throws ConfigFaulty that names what is missing and what to enter */
async function identityFrom(env: NodeJS.ProcessEnv): Promise<AppIdentity> {
  const appId = z.guid().safeParse(env.MicrosoftAppId);
  const publicUrl = PublicUrl.safeParse(env.PUBLIC_URL);
  const faults = [
    appId.success
      ? undefined
      : "MicrosoftAppId: bitte die Anwendungs-ID (GUID) der Bot-Registrierung eintragen.",
    publicUrl.success
      ? undefined
      : "PUBLIC_URL: bitte die öffentliche https-Adresse eintragen, zum Beispiel https://kim.example.org",
  ].filter((fault) => fault !== undefined);
  if (!appId.success || !publicUrl.success) throw new ConfigFaulty(faults);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageRoot(), "package.json"), "utf8")));
  return { appId: appId.data, publicUrl: publicUrl.data.replace(/\/+$/, ""), version };
}
