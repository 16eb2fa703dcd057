import { afterEach, expect, test } from "@jest/globals";
import { frontDoor } from "../../../bot/turn/handle-event.js";
import { StoreUnavailable } from "../../../casework/store/store.js";
import type { CardPress } from "../../../dialogs/event.js";
import type { Settings } from "../../../dialogs/turn.js";
import { openLedger } from "../ledger.js";

let close: () => Promise<void> = async () => {};
afterEach(() => close());

test("where the store is away a press is answered, and a card that renews itself says nothing", async () => {
  const ledger = await openLedger();
  close = ledger.close;
  const away = () => Promise.reject(new StoreUnavailable("away"));
  const door = frontDoor({
    ledger: { ...ledger, store: { ...ledger.store, get: away, commit: away } },
    knowledge: away,
    settings: {} as Settings,
    sentMarks: { add: () => {}, has: async () => false, answersTo: async () => [], flush: async () => {} },
    models: { cleanPassages: true },
    cards: { add: () => {}, flush: async () => {} },
    log: () => {},
  });
  const press = (id: string, more: Pick<CardPress, "automatic"> = {}) =>
    door({
      id,
      at: ledger.clock(),
      person: { id: "p1" },
      conversation: { id: "a:1", scope: "personal" },
      locale: "de",
      timeZone: "Europe/Berlin",
      reference: "",
      content: { kind: "press", action: "attendance.board", fields: { conference: "K-7F3Q9.1" }, ...more },
    });
  expect((await press("1")).send).toHaveLength(1);
  expect((await press("2", { automatic: true })).send).toEqual([]);
});
