import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { link, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import { keyRecord } from "../../casework/store/keyring.js";
import type { PortableItem } from "../../casework/store/portable.js";
import { SYSTEM_SCOPE } from "../../casework/store/record.js";

/**
 * A backup: gzipped lines of JSON – what it is, one line an item, and in the end how many there were with a checksum
 * over all lines before. Values stay sealed as in the store; the master key is not in it.
 */
const FORMAT = "kim-store";
const VERSION = 1;
/** No item is longer; a line that does not end would fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;

const bytes = z.base64().transform((text) => Buffer.from(text, "base64"));
const whole = z.number().int().min(0);
const Item = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("record"),
    key: z.string(),
    version: whole,
    value: bytes,
    expiresAt: whole.exactOptional(),
  }),
  z.object({ kind: z.literal("once"), key: z.string(), value: bytes, expiresAt: whole }),
  z.object({ kind: z.literal("index"), index: z.string(), sort: z.string(), member: z.string() }),
  z.object({ kind: z.literal("entry"), stream: z.string(), position: whole.min(1), value: bytes }),
  z.object({ kind: z.literal("head"), stream: z.string(), position: whole.min(1) }),
  z.object({
    kind: z.literal("job"),
    queue: z.string(),
    id: z.string(),
    due: whole,
    attempt: whole,
    value: bytes,
  }),
  z.object({
    kind: z.literal("again"),
    of: z.enum(["record", "once", "index", "stream", "queue"]),
    name: z.string(),
  }),
]);
const Head = z.object({ format: z.literal(FORMAT), version: z.literal(VERSION), at: z.iso.datetime() });
const End = z.object({ items: whole, sha256: z.string() });

/** The file is no backup, or not whole. The message is German. */
export class BackupBroken extends Error {
  override readonly name = "BackupBroken";
}

/**
 * Writes a backup; the file has its name once all of it is on the disk. Readable for this user only.
 * @returns the number of items
 * @throws Error in German if the file is there already, unless `replace`
 */
export async function writeBackup(
  path: string,
  items: AsyncIterable<PortableItem>,
  { replace = false, now = new Date() } = {},
): Promise<number> {
  if (!replace && (await exists(path))) {
    throw new Error(`${path} gibt es schon. Bitte einen anderen Namen nehmen, oder --force.`);
  }
  const draft = `${path}.${process.pid}.unfertig`;
  let count = 0;
  async function* lines(): AsyncIterable<string> {
    const sum = createHash("sha256");
    const line = (value: unknown) => {
      const text = `${JSON.stringify(value)}\n`;
      sum.update(text);
      return text;
    };
    yield line({ format: FORMAT, version: VERSION, at: now.toISOString() });
    for await (const item of items) {
      count++;
      yield line("value" in item ? { ...item, value: item.value.toString("base64") } : item);
    }
    yield `${JSON.stringify({ items: count, sha256: sum.digest("hex") })}\n`;
  }
  try {
    // `flush`: on the disk before it is closed.
    const file = createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(Readable.from(lines()), createGzip(), file);
    if (replace) await rename(draft, path);
    else await nameNew(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return count;
}

/** Gives a file its name where no other has it. Network drives that know no second name for a file get it by renaming. */
async function nameNew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(code ?? "")) throw error;
    if (await exists(path)) throw error;
    await rename(draft, path);
  }
}

/** Reads a backup from end to end, so that nothing is begun with a broken one. @throws BackupBroken */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  let items = 0;
  let at = "";
  let systemKey: Buffer | undefined;
  for await (const line of linesOf(path)) {
    if (line.kind === "head") at = line.at;
    else {
      items++;
      if (line.item.kind === "record" && line.item.key === keyRecord(SYSTEM_SCOPE))
        systemKey = line.item.value;
    }
  }
  return { items, at, systemKey };
}

export type CheckedBackup = {
  readonly items: number;
  /** When it was made, ISO 8601. */
  readonly at: string;
  /** The wrapped data key of the system, by which a master key is tried; undefined: of an empty store. */
  readonly systemKey: Buffer | undefined;
};

/** The items of a backup, in order. @throws BackupBroken, perhaps after some items: see `checkBackup` */
export async function* readBackup(path: string): AsyncIterable<PortableItem> {
  for await (const line of linesOf(path)) if (line.kind === "item") yield line.item;
}

type Line =
  | { readonly kind: "head"; readonly at: string }
  | { readonly kind: "item"; readonly item: PortableItem };

async function* linesOf(path: string): AsyncIterable<Line> {
  if (!(await stat(path)).isFile()) throw new BackupBroken(`${path} ist keine Datei.`);
  const sum = createHash("sha256");
  let number = 0;
  let ended = false;
  try {
    for await (const text of textLines(path)) {
      number++;
      if (ended) throw new Error("lines behind the end");
      const value: unknown = JSON.parse(text);
      if (number === 1) {
        yield { kind: "head", at: Head.parse(value).at };
      } else {
        const end = End.safeParse(value);
        if (end.success) {
          ended = end.data.items === number - 2 && end.data.sha256 === sum.copy().digest("hex");
          if (!ended) throw new Error("checksum");
          continue;
        }
        yield { kind: "item", item: Item.parse(value) };
      }
      addLine(sum, text);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
    throw new BackupBroken(
      `${path} ist beschädigt oder keine Sicherung von KIM-Assistent (Zeile ${number}). Nichts wurde geändert.`,
    );
  }
  if (!ended) throw new BackupBroken(`${path} ist nicht vollständig: Das Ende fehlt. Nichts wurde geändert.`);
}

function addLine(sum: Hash, text: string): void {
  sum.update(text);
  sum.update("\n");
}

async function* textLines(path: string): AsyncIterable<string> {
  const plain = createGunzip();
  const feeding = pipeline(createReadStream(path), plain);
  // Its failure is met where the lines are read; here it must not be nobody's.
  feeding.catch(() => {});
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end)]).toString("utf8");
      begun = [];
      length = 0;
      from = end + 1;
    }
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) throw new Error("a line is too long");
  }
  if (length > 0) yield Buffer.concat(begun).toString("utf8");
  await feeding;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}
