import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import mammoth from "mammoth";
import { writeDocx } from "../../../adapters/word/write-docx.js";

const html = async (buffer: Buffer) => (await mammoth.convertToHtml({ buffer })).value;

describe("a Word document", () => {
  test("is read back with its headings, lines and table", async () => {
    const document = writeDocx({
      title: "Protokoll K-7F3Q9",
      language: "de-DE",
      blocks: [
        { kind: "heading", text: "Beschlüsse" },
        { kind: "text", text: "Erste Zeile\nZweite & <Zeile>" },
        { kind: "list", lines: ["eins", "zwei"] },
        {
          kind: "table",
          rows: [
            ["Was", "Wer"],
            ["Antrag stellen", "Jobcenter"],
          ],
        },
      ],
    });
    const read = await html(document);
    expect(read).toContain("<h1>Protokoll K-7F3Q9</h1><h2>Beschlüsse</h2>");
    expect(read).toContain("<p>Zweite &amp; &lt;Zeile&gt;</p><p>– eins</p>");
    expect(read).toMatch(/<thead>.*Was.*<\/thead>.*Antrag stellen.*Jobcenter/);
  });

  test("is the same bytes for the same content, and names nobody", () => {
    const content = { title: "Protokoll", language: "de-DE", blocks: [] } as const;
    expect(writeDocx(content).equals(writeDocx(content))).toBe(true);
    expect(writeDocx(content).toString("latin1")).not.toMatch(/creator|lastModifiedBy/);
  });

  test("can hold any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 50 }), async (text) => {
        const buffer = writeDocx({
          title: "T",
          language: "de-DE",
          blocks: [{ kind: "text", text: `a${text}z` }],
        });
        const { value } = await mammoth.extractRawText({ buffer });
        expect(value).toMatch(/a[\s\S]*z/);
      }),
      { numRuns: 50 },
    );
  });
});
