import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { ConsentText } from "../casework/consent/consent-text.js";
import { splitFrontMatter } from "../knowledge/documents/parse/front-matter.js";
import { ConfigFaulty } from "./config.js";
import { packageRoot } from "./package-root.js";

/** Several of them stand on one card, and Teams takes no card above 28 KB. */
const LONGEST = 3000;

const Head = z.object({
  titel: z.string().min(1).max(60),
  sprache: z.string().regex(/^[a-z]{2,3}(?:-[a-z]+)?$/),
  organisationen: z.union([z.string(), z.array(z.string())]).default(""),
});

/**
 * The texts to read out before somebody consents: the Markdown files of a folder, or the samples. Each has `titel`,
 * `sprache` and, for a controller with a law of its own, `organisationen` (words of their names) in its head.
 * @throws ConfigFaulty naming every file that cannot be used
 */
export async function readConsentTexts(folder = samples()): Promise<readonly ConsentText[]> {
  const names = await readdir(folder).catch(() => {
    throw new ConfigFaulty([
      `CONSENT_TEXTS_DIR: Den Ordner ${folder} gibt es nicht oder er ist nicht lesbar.`,
    ]);
  });
  const texts: ConsentText[] = [];
  const faults: string[] = [];
  for (const name of names.filter((one) => one.endsWith(".md")).sort()) {
    const read = readText(name, await readFile(join(folder, name), "utf8"));
    if (typeof read === "string") faults.push(`CONSENT_TEXTS_DIR: ${name}: ${read}`);
    else texts.push(read);
  }
  if (faults.length > 0) throw new ConfigFaulty(faults);
  return texts;
}

function samples(): string {
  return join(packageRoot(), "bot", "samples", "consent-texts");
}

/** A text, or in German what is wrong with it. */
function readText(name: string, content: string): ConsentText | string {
  const { raw, body } = splitFrontMatter(content);
  const head = Head.safeParse(raw);
  if (!head.success)
    return "Im Kopf fehlen „titel“ (höchstens 60 Zeichen) oder „sprache“ (z. B. de, de-leicht, ar).";
  const { titel, sprache, organisationen } = head.data;
  if (body.length > LONGEST) return `Der Text ist länger als ${LONGEST} Zeichen.`;
  // One statement a line is a rule of Leichte Sprache: there each line stays one.
  const paragraphs = body
    .split(sprache.endsWith("-leicht") ? /\n+/ : /\n\s*\n/)
    .map((one) =>
      one
        .replace(/^#+\s*/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((one) => one !== "");
  if (paragraphs.length === 0) return "Der Text ist leer.";
  return {
    id: basename(name, ".md"),
    title: titel,
    language: sprache,
    version: createHash("sha256")
      .update(`${titel}\n${paragraphs.join("\n")}`)
      .digest("hex")
      .slice(0, 16),
    body: paragraphs,
    organisations: (Array.isArray(organisationen) ? organisationen : organisationen.split(/[,;|]/))
      .map((one) => one.trim())
      .filter((one) => one !== ""),
  };
}
