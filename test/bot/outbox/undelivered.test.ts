import { expect, test } from "@jest/globals";
import { undelivered, unsent, wasTold } from "../../../bot/outbox/undelivered.js";
import { Conference, Participant } from "../../../casework/conference/conference.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../ledger.js";

const office = Participant.parse({
  id: "JC-Eschweiler",
  name: "Jobcenter Eschweiler",
  rechtskreis: "SGB2",
  email: "jc@example.org",
});
const conference = Conference.parse({
  id: "FB-7F3Q9",
  format: "anonymous",
  convener: "somebody",
  participants: [office],
  start: "2026-11-30T09:00:00Z",
  end: "2026-11-30T10:00:00Z",
  timeZone: "Europe/Berlin",
  uid: "FB-7F3Q9.0123456789abcdef@example.org",
  sequence: 1,
  state: "planned",
  createdAt: 0,
});

/** How many messages to the convener each outcome writes now, and at its end. */
async function toldBy(kind: "temporary" | "permanent" | "setup", told: boolean) {
  const ledger = await openLedger();
  try {
    const note = async () => undefined;
    const outcome = undelivered({ kind, reason: "535" }, [office], {
      method: "REQUEST",
      conference,
      told,
      note,
    });
    const messages = async (write: unknown) => {
      const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
      if (typeof write === "function") await write(unit);
      return unit.batch().enqueue?.length ?? 0;
    };
    const meanwhile = "meanwhile" in outcome ? outcome.meanwhile : undefined;
    const dead = "dead" in outcome ? outcome.dead : undefined;
    return { kind: outcome.kind, now: await messages(meanwhile), atItsEnd: await messages(dead) };
  } finally {
    await ledger.close();
  }
}

test("a faulty setup is told now, an address refused for good at its end, what passes only if it never does", async () => {
  expect(await toldBy("setup", false)).toEqual({ kind: "retry", now: 1, atItsEnd: 1 });
  expect(await toldBy("temporary", false)).toEqual({ kind: "retry", now: 0, atItsEnd: 1 });
  expect(await toldBy("permanent", false)).toEqual({ kind: "failed", now: 0, atItsEnd: 1 });
});

test("nobody is told twice of the same message, but of the next one", async () => {
  expect(await toldBy("setup", true)).toEqual({ kind: "retry", now: 0, atItsEnd: 0 });
  const last = { method: "REQUEST", sequence: 1, state: "failed", channel: "mail", at: 0 } as const;
  expect(wasTold(last, { method: "REQUEST", sequence: 1 })).toBe(true);
  expect(wasTold(last, { method: "CANCEL", sequence: 1 })).toBe(false);
  expect(wasTold(last, { method: "REQUEST", sequence: 2 })).toBe(false);
  expect(wasTold(undefined, { method: "REQUEST", sequence: 1 })).toBe(false);
});

test("of a link, a reminder or minutes a faulty setup is told at the first try, and again only at the end", () => {
  const failure = { kind: "setup", reason: "535" } as const;
  const told = (attempt: number) => {
    const outcome = unsent(failure, attempt, { words: () => "", tell: () => async () => {} });
    return { kind: outcome.kind, now: "meanwhile" in outcome, atItsEnd: "dead" in outcome };
  };
  expect(told(1)).toEqual({ kind: "retry", now: true, atItsEnd: true });
  expect(told(2)).toEqual({ kind: "retry", now: false, atItsEnd: true });
});
