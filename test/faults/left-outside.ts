import type { World } from "./outside.js";
import type { Stock } from "./stock.js";

/** Where the world outside does not show what the store says, in words. */
export function leftOutside(stock: Stock, world: World): readonly string[] {
  return [...wrongEntries(stock, world), ...invitedForGood(stock, world)];
}

/** The calendar shows each conference as it stands; one that was called off before it got there needs no entry. */
function wrongEntries({ conferences, erased, erasedInTime }: Stock, { calendar }: World): readonly string[] {
  const standing = conferences.filter(({ channel, state }) => channel === "graph" && state === "planned");
  const keys = new Set(standing.map(({ uid }) => uid));
  const missing = standing.filter(({ uid }) => typeof (calendar.get(uid) ?? "none") === "string");
  const late = erased.filter((id) => !erasedInTime.includes(id));
  const tooMuch = [...calendar].filter(
    ([key, entry]) => entry !== "cancelled" && !keys.has(key) && !late.some((id) => key.startsWith(`${id}.`)),
  );
  return [
    ...missing.map(({ id }) => `the calendar does not show ${id}, which is planned`),
    ...tooMuch.map(([key]) => `the calendar still shows ${key}`),
  ];
}

/** Whoever was invited about a case that was erased gets a cancellation in the end. */
function invitedForGood({ erasedInTime }: Stock, { effects }: World): readonly string[] {
  const last = new Map<string, { readonly method: unknown; readonly about: string }>();
  for (const { to, content } of effects) {
    const { subject, method } = JSON.parse(content) as { subject?: unknown; method?: unknown };
    if (method !== "REQUEST" && method !== "CANCEL") continue;
    const about = erasedInTime.find((id) => String(subject).includes(id));
    if (about) last.set(`${about} ${to}`, { method, about });
  }
  return [...last]
    .filter(([, { method }]) => method === "REQUEST")
    .map(([who]) => `${who}: still invited, though the case is erased`);
}
