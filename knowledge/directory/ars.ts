/**
 * Amtlicher Regionalschlüssel (ARS, Destatis): Land 2 digits, Regierungsbezirk 1, Kreis 2, Gemeindeverband 4,
 * Gemeinde 3. A shorter key names the area above.
 */

/** Key lengths from the municipality upwards; the last one, 0, is "everywhere". */
export const levels = [12, 9, 5, 3, 2, 0] as const;

const KEY = /^(?:\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/;

/** True for 2, 3, 5, 9 or 12 digits of one of the 16 Länder. */
export function isArs(ars: string): boolean {
  if (!KEY.test(ars)) return false;
  const land = Number(ars.slice(0, 2));
  return land >= 1 && land <= 16;
}

/**
 * The shortest key of the same area. Lists often fill an area up with zeros: a Kreis as 053340000000, and a
 * city without a Kreis is its own Kreis (Köln 053150000000 and 05315 are one area).
 */
export function area(ars: string): string {
  let key = ars;
  if (key.length === 12 && key.endsWith("000")) key = key.slice(0, 9);
  if (key.length === 9 && key.endsWith("0000")) key = key.slice(0, 5);
  if (key.length === 5 && key.endsWith("00")) key = key.slice(0, 3);
  if (key.length === 3 && key.endsWith("0")) key = key.slice(0, 2);
  return key;
}

/** The keys of all areas that hold `ars`, itself first, "" (everywhere) last. */
export function areasOf(ars: string): readonly string[] {
  const own = area(ars);
  const found: string[] = [];
  for (const length of levels) {
    if (length < own.length && own.length > 0 && length > 0) found.push(own.slice(0, length));
  }
  return own === "" ? [""] : [own, ...found, ""];
}

/** True if the first area holds the second (or is it). */
export const holds = (outer: string, inner: string): boolean => area(inner).startsWith(area(outer));
