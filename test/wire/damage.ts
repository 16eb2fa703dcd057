import fc from "fast-check";

const PIECES =
  "\0|\ud800|\u202e|\ufeff|ß|👩‍👩‍👧|'|\"|`|;|,|:|=|-|---|\r\n|\n|\t|<|>|&|%|\\|/|{|}|[|]|(|)|*|#|$|0|-1|1e309|9999999999999999999|2026-02-30|31.02.2026|__proto__|constructor|true|null|BEGIN:VEVENT|END:VCALENDAR|RRULE:FREQ=SECONDLY|=?utf-8?B?=|../../etc/passwd".split(
    "|",
  );

/** A text that was right, with pieces cut out, repeated and put in; now and then something else altogether. */
export function damagedText(right: string): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
    { weight: 1, arbitrary: fc.nat(3_000).map((times) => "ä(".repeat(times)) },
  );
  const cut = fc.tuple(fc.nat(right.length), fc.nat(30), piece);
  const struck = fc.array(cut, { minLength: 1, maxLength: 5 }).map((cuts) => {
    let text = right;
    for (const [at, length, put] of cuts) text = text.slice(0, at) + put + text.slice(at + length);
    return text;
  });
  const cutOff = fc.nat(right.length).map((at) => right.slice(0, at));
  const other = fc.string({ unit: "binary", maxLength: 300 });
  return fc.oneof(
    { weight: 6, arbitrary: struck },
    { weight: 2, arbitrary: cutOff },
    { weight: 1, arbitrary: other },
  );
}

/** The same for bytes: some of them changed, or the end missing. */
export function damagedBytes(right: Buffer): fc.Arbitrary<Buffer> {
  const strikes = fc.array(fc.tuple(fc.nat(Math.max(0, right.length - 1)), fc.nat(255)), {
    minLength: 1,
    maxLength: 6,
  });
  return fc.oneof(
    strikes.map((some) => {
      const bytes = Buffer.from(right);
      for (const [at, value] of some) bytes[at] = value;
      return bytes;
    }),
    fc.nat(right.length).map((at) => right.subarray(0, at)),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  );
}
