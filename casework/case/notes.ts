import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Note, noteStream } from "./case.js";

export type ReadNote = {
  readonly at: number;
  readonly author: string;
  /** Undefined: its author took the note back. */
  readonly text: string | undefined;
};

export type NotePage = {
  /** Newest first. */
  readonly notes: readonly ReadNote[];
  /** The position behind which older notes lie; undefined if there are none. */
  readonly older: number | undefined;
};

/** A note is taken back within minutes, so what says so stands close behind it, also where a page ends between. */
const LOOK_BEHIND = 200;

/** A page of notes; `before` is the position behind which to go on, towards the older ones. */
export async function notesOf(
  unit: UnitOfWork,
  caseId: string,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<NotePage> {
  const behind = before === undefined ? {} : { after: before };
  const found = await unit.readStream(noteStream, caseId, { reverse: true, limit: limit + 1, ...behind });
  const page = found.slice(0, limit);
  const newer =
    before === undefined
      ? []
      : await unit.readStream(noteStream, caseId, { after: before - 1, limit: LOOK_BEHIND });
  const retracted = retractedIn([...page, ...newer].map(({ entry }) => entry));
  return {
    notes: page.flatMap(({ entry }) => readable(entry, retracted)),
    older: found.length > limit ? page.at(-1)?.position : undefined,
  };
}

/** All notes, oldest first, for an export. */
export async function allNotes(unit: UnitOfWork, caseId: string): Promise<readonly ReadNote[]> {
  const found = await unit.readStream(noteStream, caseId);
  const retracted = retractedIn(found.map(({ entry }) => entry));
  return found.flatMap(({ entry }) => readable(entry, retracted));
}

function retractedIn(notes: readonly Note[]): ReadonlySet<string> {
  return new Set(notes.flatMap(({ retracts }) => retracts ?? []));
}

function readable(note: Note, retracted: ReadonlySet<string>): readonly ReadNote[] {
  if (note.retracts !== undefined) return [];
  const { at, author, id, text } = note;
  return [{ at, author, text: id !== undefined && retracted.has(id) ? undefined : text }];
}
