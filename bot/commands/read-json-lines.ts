import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { z } from "zod";

/** A line of a file is not what it should be. The message is German and names file and line. */
export class LineFaulty extends Error {
  override readonly name = "LineFaulty";
}

/** Rows of a file with one JSON object a line, read line by line; empty lines are passed over. @throws LineFaulty */
export async function readJsonLines<T>(path: string, row: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    at++;
    const text = line.replace(/^\uFEFF/, "").trim();
    if (text === "") continue;
    const parsed = row.safeParse(asJson(text));
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join(".");
      throw new LineFaulty(
        `${path}, Zeile ${at}: ${field ? `„${field}“ fehlt oder hat die falsche Form` : "keine gültige JSON-Zeile"}.`,
      );
    }
    rows.push(parsed.data);
  }
  return rows;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
