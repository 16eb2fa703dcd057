import type { History, Thing } from "./history.js";

/**
 * What somebody took back is gone: in its place stands that it was taken back, so that it is judged like all else. That
 * nothing is gone for another reason shows where the case is compared with its audit.
 */
export function takenBack(
  wishes: History["wishes"],
  things: readonly Thing[],
): Pick<History, "wishes" | "things"> {
  const isSame = (one: Thing, other: Thing) =>
    one.kind === "measure" && one.token === other.token && one.place === other.place;
  const undone = wishes
    .filter(({ kind }) => kind === "undo")
    .filter((undo) => !things.some((thing) => isSame(thing, undo)));
  return {
    wishes: wishes.filter((wish) => !undone.some((undo) => isSame(wish, undo))),
    things: [...things, ...undone.map(({ kind, token, place }) => ({ kind, token, place }))],
  };
}
