import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isRefused } from "../../../knowledge/documents/document.js";
import { parseDocument } from "../../../knowledge/documents/parse.js";
import { splitIntoPassages } from "../../../knowledge/documents/passages.js";
import { sentences } from "../../../knowledge/german/sentences.js";

const endings = ["pdf", "docx", "xlsx", "html", "md", "txt"] as const;
const heads: Readonly<Record<(typeof endings)[number], Buffer>> = {
  pdf: Buffer.from("%PDF-1.7\n"),
  docx: Buffer.from("PK\u0003\u0004"),
  xlsx: Buffer.from("PK\u0003\u0004"),
  html: Buffer.from("<html><body>"),
  md: Buffer.from("---\ntitle: x\n---\n"),
  txt: Buffer.alloc(0),
};

describe("whatever stands in a file", () => {
  test("is read or refused with a German sentence, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...endings),
        fc.uint8Array({ maxLength: 400 }),
        async (ending, rest) => {
          const bytes = Buffer.concat([heads[ending], rest]);
          const parsed = await parseDocument({ name: `x.${ending}`, bytes }, { milliseconds: 5000 });
          if (isRefused(parsed)) expect(parsed.refused).toMatch(/^(?:Die|Der|Dateien) .*\.$/s);
          else expect(parsed.blocks.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("of marks and letters in any order gives blocks whose text loses no word", async () => {
    const piece = fc.constantFrom(
      "# ",
      "\n\n",
      "- ",
      "1. ",
      "| ",
      "**",
      "<b>",
      "</p>",
      "&amp;",
      ": ",
      "Kita ",
      "Amt. ",
      "§ 3 ",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const text = pieces.join("");
        const parsed = await parseDocument({ name: "x.txt", bytes: Buffer.from(text) });
        if (isRefused(parsed)) return;
        const kept = parsed.blocks.map((one) => one.text).join(" ");
        expect(kept.match(/Kita/g)?.length ?? 0).toBe(text.match(/Kita/g)?.length ?? 0);
      }),
      { numRuns: 200 },
    );
  });
});

test("passages hold every sentence once and in order, however a document is built", () => {
  const block = fc.record({
    kind: fc.constantFrom("heading" as const, "paragraph" as const, "item" as const, "row" as const),
    level: fc.integer({ min: 1, max: 6 }),
    text: fc.constantFrom(
      "Eins.",
      "Zwei drei. Vier fünf.",
      "Dazu gehören:",
      "Ein Wort",
      "z. B. am 5. Mai. Danach Schluss!",
    ),
    page: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 80 }), (blocks) => {
      const passages = splitIntoPassages("x", { title: "T", format: "text", blocks, pages: null, meta: {} });
      const found = passages.flatMap((one) => one.sentences.map((s) => s.text)).join(" ");
      const given = blocks.filter((one) => one.kind !== "heading").flatMap((one) => sentences(one.text));
      if (given.length > 0) expect(found).toBe(given.join(" "));
      expect(new Set(passages.map((one) => one.id)).size).toBe(passages.length);
    }),
  );
});

/** A ZIP with one member, as small as it can be. `claimed` is the size that its directory tells. */
const zip = (name: string, content: Buffer, claimed = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
};

describe("a ZIP that is no document", () => {
  test.each([
    ["a bomb that says how large it is", zip("word/document.xml", Buffer.alloc(400_000_000)), "docx"],
    ["a bomb that lies about it", zip("word/document.xml", Buffer.alloc(400_000_000), 1000), "docx"],
    ["something else inside", zip("notes.txt", Buffer.from("Notiz")), "docx"],
    ["a table that is none", zip("notes.txt", Buffer.from("Notiz")), "xlsx"],
    ["cut in the middle", zip("word/document.xml", Buffer.from("<w:document/>")).subarray(0, 40), "docx"],
  ])("is refused: %s", async (_, bytes, ending) => {
    const before = process.memoryUsage().rss;
    expect(await parseDocument({ name: `x.${ending}`, bytes })).toHaveProperty("refused");
    expect(process.memoryUsage().rss - before).toBeLessThan(600_000_000);
  });
});
