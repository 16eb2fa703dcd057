import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RecordKind, StreamKind } from "../../casework/store/record.js";
import { filesUnder, rooms, root, textOf } from "../house/source-files.js";

/**
 * What earlier versions wrote, frozen: one file a kind, one sample a line. `from` says which version it was. Samples are
 * added when a shape changes and never altered: a store in the field holds them still.
 */
export type Sample = {
  readonly from: string;
  /** Schema version; records alone have one. */
  readonly s: number;
  readonly d: unknown;
};

export type Room = "records" | "streams" | "jobs";

/** The samples of a kind; none where there is no file. */
export function samplesOf(room: Room, name: string): readonly Sample[] {
  const path = join(root, "test/stored", room, `${name}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Sample);
}

type Kind = RecordKind<unknown> | StreamKind<unknown>;

/** Every kind that the code declares, by its type, with the file that does: `export const x: RecordKind<…>`. */
export async function declaredKinds<K extends Kind>(
  type: "RecordKind" | "StreamKind",
): Promise<readonly { readonly file: string; readonly kind: K }[]> {
  const declaration = new RegExp(`^export const (\\w+): ${type}<`, "gm");
  const found: { file: string; kind: K }[] = [];
  for (const file of rooms.flatMap((room) => filesUnder(room)).filter((name) => name.endsWith(".ts"))) {
    const names = [...textOf(file).matchAll(declaration)].map(([, name]) => name ?? "");
    if (names.length === 0) continue;
    const module = (await import(`../../${file.replace(/\.ts$/, ".js")}`)) as Record<string, K>;
    for (const name of names) found.push({ file, kind: module[name] as K });
  }
  return found;
}

/** Declarations that this can't see: a kind that is not exported has no sample either. */
export function hiddenKinds(): readonly string[] {
  return rooms
    .flatMap((room) => filesUnder(room))
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => /^(?:const|let) \w+: (?:RecordKind|StreamKind)</m.test(textOf(file)));
}
