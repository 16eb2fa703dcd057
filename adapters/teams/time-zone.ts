import type { ParsedActivity } from "./activity.js";

const defaultTimeZone = "Europe/Berlin";
const knownTimeZones = new Map<string, boolean>();

/**
 * The zone that the person's client runs in, as a valid IANA name.
 * `localTimestamp` has lost its offset in Bot Framework, so the zone's name is all we go by.
 */
export function timeZoneOf(activity: ParsedActivity): string {
  const client = activity.entities?.find((found) => found?.type === "clientInfo")?.timezone;
  for (const name of [client, activity.localTimezone]) {
    if (name && isTimeZone(name)) return name;
  }
  return defaultTimeZone;
}

function isTimeZone(name: string): boolean {
  const known = knownTimeZones.get(name);
  if (known !== undefined) return known;
  if (!/^[A-Za-z][\w+/-]{1,60}$/.test(name)) return false;
  let valid = true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    valid = false;
  }
  if (knownTimeZones.size < 1_000) knownTimeZones.set(name, valid);
  return valid;
}
