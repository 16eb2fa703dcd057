import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type IndexedDocuments, readIndexFile, writeIndexFile } from "../../bot/index-file.js";
import { updateAside } from "../../bot/update-aside.js";
import type { Passage } from "../../knowledge/documents/document.js";
import { buildIndex } from "../../knowledge/documents/knowledge-index.js";
import { search } from "../../knowledge/documents/search.js";

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "kim-index-")), "search-index");
});
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

const passage = (document: string, text: string): Passage => ({
  id: `${document}#0`,
  document,
  title: "Merkblatt",
  section: [],
  page: null,
  sentences: [{ text, page: null, item: false }],
});
const indexed = (hash: string): IndexedDocuments => ({
  index: buildIndex([passage("a.md", "Wohngeld ist ein Zuschuss zur Miete, auch für Öfen in Düren.")]),
  metas: new Map([["a.md", { roles: ["coordinator"] }]]),
  hashes: new Map([["a.md", hash]]),
});

describe("the index as a file", () => {
  test("comes back as it was, for these documents only", async () => {
    const made = indexed("1");
    await writeIndexFile(folder, made);
    const read = await readIndexFile(folder, made.hashes);
    expect(read?.metas).toEqual(made.metas);
    expect(read && search(read.index, "Zuschuss Miete")).toEqual(search(made.index, "Zuschuss Miete"));
    expect(await readIndexFile(folder, new Map([["a.md", "2"]]))).toBeNull();
    expect(await readIndexFile(folder, new Map())).toBeNull();
  });

  test("leaves no older file behind, and is for the owner alone", async () => {
    await writeIndexFile(folder, indexed("1"));
    await writeIndexFile(folder, indexed("2"));
    const files = await readdir(folder);
    expect(files).toHaveLength(1);
    expect((await stat(join(folder, files[0] ?? ""))).mode & 0o077).toBe(0);
  });

  test("counts as not there when it is cut, emptied or overwritten", async () => {
    const made = indexed("1");
    await writeIndexFile(folder, made);
    const path = join(folder, (await readdir(folder))[0] ?? "");
    for (const rubbish of [Buffer.alloc(0), Buffer.alloc(5), Buffer.alloc(4000), Buffer.alloc(4000, 255)]) {
      await writeFile(path, rubbish);
      expect(await readIndexFile(folder, made.hashes)).toBeNull();
    }
  });

  test("that can't be written costs nothing but speed", async () => {
    await writeFile(folder, "a file where the folder should be");
    await expect(writeIndexFile(folder, indexed("1"))).resolves.toBeUndefined();
  });
});

test("a small index is brought up to date at once, and equals one that was built anew", async () => {
  const one = passage("a.md", "Wohngeld ist ein Zuschuss zur Miete.");
  const two = passage("b.md", "Plätze in der Kita vergibt das Jugendamt.");
  const three = passage("c.md", "Einen Kitaplatz suchen Eltern im Portal.");
  const updated = await updateAside(buildIndex([one, two]), { remove: new Set(["a.md"]), add: [three] });
  for (const question of ["Kitaplatz", "Wohngeld", "Jugendamt Plätze"])
    expect(search(updated, question)).toEqual(search(buildIndex([two, three]), question));
});
