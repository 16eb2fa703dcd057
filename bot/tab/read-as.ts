import type { IncomingEvent, Locale } from "../../dialogs/event.js";
import type { Settings, Turn } from "../../dialogs/turn.js";
import type { Knowledge } from "../knowledge-in-memory.js";
import { beginTurn } from "../turn/begin-turn.js";
import { type Ledger, transact } from "../turn/transact.js";
import type { Visitor } from "./visitor.js";

/** What a view must know of who looks at it, and how. */
export type Viewing = {
  readonly visitor: Visitor;
  readonly locale: Locale;
  /** IANA name. */
  readonly timeZone: string;
  /** Beside a meeting others look at the screen too: there the rules of a group chat hold. */
  readonly place: "own" | "meeting";
};

export type TabServices = {
  readonly ledger: Ledger;
  readonly knowledge: () => Promise<Knowledge>;
  readonly settings: Settings;
};

/** A view that has not come after this long is given up. */
const READ_MS = 8_000;

/**
 * Reads what a view shows, by the same rules as a turn of the chat and with the same entries in the audit, which
 * are committed before the view is sent.
 * @returns undefined if the store gave up
 * @throws StoreUnavailable
 */
export async function readAs<T>(
  services: TabServices,
  viewing: Viewing,
  read: (turn: Turn) => Promise<T>,
): Promise<T | undefined> {
  const now = services.ledger.clock();
  const knowledge = await services.knowledge();
  const event = tabEvent(viewing, "view", now, { kind: "other", what: "tab.view" });
  const done = await transact(services.ledger, { once: [], now, deadline: now + READ_MS }, async (unit) =>
    read(await beginTurn(unit, event, knowledge, services.settings)),
  );
  return done.kind === "done" ? done.result : undefined;
}

/** What a person does in the tab, as the flows see it: a conversation of its own, which nobody writes to unasked. */
export function tabEvent(
  { visitor, locale, timeZone, place }: Viewing,
  id: string,
  at: number,
  content: IncomingEvent["content"],
): IncomingEvent {
  return {
    id,
    at,
    person: { id: visitor.id, ...(visitor.name === undefined ? {} : { name: visitor.name }) },
    conversation:
      place === "own"
        ? { id: `tab/${visitor.id}`, scope: "personal" }
        : { id: `tab/${visitor.id}/meeting`, scope: "group" },
    locale,
    timeZone,
    reference: "",
    content,
  };
}
