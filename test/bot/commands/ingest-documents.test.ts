import { chmod, mkdir, mkdtemp, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ingestDocuments } from "../../../bot/commands/ingest-documents.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import { loadDocuments, storedHashes } from "../../../knowledge/documents/stored.js";
import { openLedger } from "../ledger.js";

let ledger: Awaited<ReturnType<typeof openLedger>>;
let folder: string;
beforeEach(async () => {
  ledger = await openLedger();
  folder = await mkdtemp(join(tmpdir(), "kim-papers-"));
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const put = async (name: string, text: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
  return path;
};
const unit = () => beginWork(ledger.store, ledger.keyring, ledger.clock());
const names = async (): Promise<readonly string[]> => [...(await storedHashes(unit())).keys()].sort();
const WOHNGELD = "# Wohngeld\n\nWohngeld ist ein Zuschuss zur Miete.";

describe("ingest", () => {
  test("reads a folder with all below it, under names with slashes, and passes hidden files over", async () => {
    await put("wohngeld.md", WOHNGELD);
    await put("amt/kita.txt", "Plätze in der Kita vergibt das Jugendamt.");
    await put(".heimlich.md", WOHNGELD);
    await put(".git/kopf.md", WOHNGELD);
    const { stored, refused } = await ingestDocuments(ledger, [folder]);
    expect(stored.map(({ document }) => document)).toEqual(["amt/kita.txt", "wohngeld.md"]);
    expect(refused).toEqual([]);
  });

  test("leaves what has not changed, renews what has, and takes out what is gone from the folder", async () => {
    await put("bleibt.md", WOHNGELD);
    const changed = await put("neu.md", "# Kita\n\nDie Kita öffnet um sieben.");
    await put("weg.md", "# Bus\n\nDer Bus fährt um acht.");
    await ingestDocuments(ledger, [folder]);
    await writeFile(changed, "# Kita\n\nDie Kita öffnet um acht.");
    await rm(join(folder, "weg.md"));
    const again = await ingestDocuments(ledger, [folder]);
    expect(again).toMatchObject({ unchanged: ["bleibt.md"], removed: ["weg.md"], refused: [] });
    expect(again.stored.map(({ document }) => document)).toEqual(["neu.md"]);
    expect(await names()).toEqual(["bleibt.md", "neu.md"]);
    const [kita] = await loadDocuments(unit(), ["neu.md"]);
    expect(kita?.passages[0]?.sentences[0]?.text).toBe("Die Kita öffnet um acht.");
  });

  test("takes out nothing that came in another way", async () => {
    const other = await mkdtemp(join(tmpdir(), "kim-papers-"));
    await writeFile(join(other, "anders.md"), WOHNGELD);
    await ingestDocuments(ledger, [other, await put("einzeln.md", WOHNGELD)]);
    await rename(join(folder, "einzeln.md"), join(folder, "woanders.md"));
    expect((await ingestDocuments(ledger, [folder])).removed).toEqual([]);
    expect(await names()).toEqual(["anders.md", "einzeln.md", "woanders.md"]);
    await rm(other, { recursive: true });
  });

  test("says for each file why it was not read, and reads the rest", async () => {
    await put("gut.md", WOHNGELD);
    await put("leer.txt", "");
    await put("bild.png", "PNG");
    await put("falsch.pdf", "Das ist kein PDF.");
    await put("verkleidet.md", Buffer.from("%PDF-1.7\n"));
    await put("alt.docx", Buffer.from("d0cf11e0a1b11ae1", "hex"));
    await put("bytes.txt", Buffer.from([0, 1, 2, 0, 255, 0, 7]));
    const huge = await put("riesig.txt", "a");
    await truncate(huge, 60_000_000);
    const { stored, refused } = await ingestDocuments(ledger, [folder, join(folder, "gibt-es-nicht")]);
    expect(stored.map(({ document }) => document)).toEqual(["gut.md"]);
    const reasons = Object.fromEntries(refused.map(({ document, reason }) => [document, reason]));
    expect(reasons).toMatchObject({
      "leer.txt": "Die Datei ist leer.",
      "bild.png": expect.stringContaining("„.png“ werden nicht gelesen"),
      "falsch.pdf": "Der Inhalt passt nicht zur Endung „.pdf“.",
      "verkleidet.md": "Der Inhalt passt nicht zur Endung „.md“.",
      "alt.docx": expect.stringContaining("Kennwort"),
      "bytes.txt": "Die Datei enthält keinen Text.",
      "riesig.txt": "Die Datei ist größer als 50 MB.",
      [join(folder, "gibt-es-nicht")]: expect.stringContaining("nicht da"),
    });
  });

  test("follows no link out of the folder", async () => {
    const outside = await mkdtemp(join(tmpdir(), "kim-outside-"));
    await writeFile(join(outside, "geheim.md"), "# Geheim\n\nNicht für diese Sammlung.");
    await symlink(join(outside, "geheim.md"), join(folder, "verweis.md"));
    await symlink(outside, join(folder, "ordner"));
    await symlink(folder, join(folder, "kreis"));
    await put("gut.md", WOHNGELD);
    const { stored, refused } = await ingestDocuments(ledger, [folder]);
    expect(stored.map(({ document }) => document)).toEqual(["gut.md"]);
    expect(refused.map(({ document }) => document).sort()).toEqual(["kreis", "ordner", "verweis.md"]);
    await rm(outside, { recursive: true });
  });

  test("names two different files that would have one name", async () => {
    const one = await put("a/liste.md", WOHNGELD);
    const two = await put("b/liste.md", "# Kita\n\nDie Kita öffnet um acht.");
    const { stored, refused } = await ingestDocuments(ledger, [one, two, one]);
    expect(stored).toHaveLength(1);
    expect(refused).toEqual([{ document: "liste.md", reason: expect.stringContaining("eine andere Datei") }]);
  });

  test("keeps the old version of a file that cannot be read any more", async () => {
    const path = await put("plan.md", WOHNGELD);
    await ingestDocuments(ledger, [folder]);
    await writeFile(path, "");
    expect((await ingestDocuments(ledger, [folder])).refused).toHaveLength(1);
    expect(await names()).toEqual(["plan.md"]);
  });

  test("goes on after a file that it has no right to read", async () => {
    const locked = await put("gesperrt.md", WOHNGELD);
    await put("offen.md", WOHNGELD);
    await chmod(locked, 0);
    const { stored, refused } = await ingestDocuments(ledger, [folder]);
    // Root reads everything.
    expect(stored.length + refused.length).toBe(2);
    expect(stored.map(({ document }) => document)).toContain("offen.md");
  });
});
