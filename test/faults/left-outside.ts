import type { World } from "./outside.js";
import type { Stock } from "./stock.js";

/** Where the world outside does not show what the store says, in words. */
export function leftOutside(stock: Stock, world: World): readonly string[] {
  return [...wrongEntries(stock, world), ...invitedForGood(stock, world)];
}

/** The calendar shows each conference as it stands; one that was called off before it got there needs no entry. */
function wrongEntries({ conferences }: Stock, { calendar }: World): readonly string[] {
  const standing = conferences.filter(({ channel, state }) => channel === "graph" && state === "planned");
  const keys = new Set(standing.map(({ uid }) => uid));
  const missing = standing.filter(({ uid }) => typeof (calendar.get(uid) ?? "none") === "string");
  const tooMuch = [...calendar].filter(([key, entry]) => entry !== "cancelled" && !keys.has(key));
  return [
    ...missing.map(({ id }) => `the calendar does not show ${id}, which is planned`),
    ...tooMuch.map(([key]) => `the calendar still shows ${key}`),
  ];
}

/** Whoever was invited about a case that was erased gets a cancellation in the end. */
function invitedForGood({ erased }: Stock, { effects }: World): readonly string[] {
  const last = new Map<string, { readonly method: unknown; readonly about: string }>();
  for (const { to, content } of effects) {
    const { subject, method } = JSON.parse(content) as { subject?: unknown; method?: unknown };
    if (method !== "REQUEST" && method !== "CANCEL") continue;
    const about = erased.find((id) => String(subject).includes(id));
    if (about) last.set(`${about} ${to}`, { method, about });
  }
  return [...last]
    .filter(([, { method }]) => method === "REQUEST")
    .map(([who]) => `${who}: still invited, though the case is erased`);
}
