/**
 * A text that is written piece by piece and of which only the end is ever looked at or taken back. Pieces, because
 * looking at the end of one growing string copies all of it each time.
 */
export type Written = {
  /** In UTF-16 units. */
  readonly length: () => number;
  readonly write: (piece: string) => void;
  /** The last `count` units, or what there is. */
  readonly tail: (count: number) => string;
  /** Takes the last `count` units back. */
  readonly cut: (count: number) => void;
  /** Takes back every sign of `signs` at the end. */
  readonly cutAll: (signs: RegExp) => void;
  /** Nothing, or white space only. */
  readonly isBlank: () => boolean;
  readonly text: () => string;
};

export function writing(): Written {
  const pieces: string[] = [];
  let length = 0;
  /** Where the first sign stands that is no white space. */
  let ink = Number.POSITIVE_INFINITY;

  const write = (piece: string) => {
    if (piece === "") return;
    if (ink >= length) {
      const first = piece.search(/\S/);
      ink = first < 0 ? Number.POSITIVE_INFINITY : length + first;
    }
    pieces.push(piece);
    length += piece.length;
  };
  const tail = (count: number) => {
    let end = "";
    for (let i = pieces.length - 1; i >= 0 && end.length < count; i--) {
      end = (pieces[i] ?? "").slice(end.length - count) + end;
    }
    return end;
  };
  const cut = (count: number) => {
    length -= count;
    for (let left = count; left > 0; ) {
      const piece = pieces.pop() ?? "";
      if (piece.length > left) pieces.push(piece.slice(0, -left));
      left -= piece.length;
    }
    if (ink >= length) ink = Number.POSITIVE_INFINITY;
  };
  const cutAll = (signs: RegExp) => {
    for (let piece = pieces.at(-1); piece !== undefined; piece = pieces.at(-1)) {
      let end = piece.length;
      while (end > 0 && signs.test(piece.charAt(end - 1))) end--;
      cut(piece.length - end);
      if (end > 0) return;
    }
  };
  return {
    length: () => length,
    write,
    tail,
    cut,
    cutAll,
    isBlank: () => ink === Number.POSITIVE_INFINITY,
    text: () => pieces.join(""),
  };
}
