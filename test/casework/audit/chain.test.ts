import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { purgeAudit, sealAudit } from "../../../bot/outbox/chores.js";
import { transact } from "../../../bot/turn/transact.js";
import { AUDIT_STREAM, type AuditEntry, audit } from "../../../casework/audit/audit.js";
import { HEAD } from "../../../casework/audit/chain.js";
import { verifyAudit } from "../../../casework/audit/verify.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import { openLedger } from "../../bot/ledger.js";

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const MONTH_MS = 31 * 24 * 60 * 60 * 1000;
const CHAIN = `audit-chain/${HEAD}`;

function log(...actions: AuditEntry["action"][]) {
  const now = ledger.clock();
  return transact(ledger, { once: [], now, deadline: now + 5000 }, async (unit) => {
    for (const action of actions) await audit(unit, "person", action, "K-7F3Q9");
  });
}

function verify() {
  return verifyAudit(beginWork(ledger.store, ledger.keyring, ledger.clock()), ledger.store);
}

/** Somebody with access to the store writes an entry anew: the others keep their bytes, all in order. */
async function rewrite(stream: string, change: (values: Buffer[]) => Buffer[]) {
  const values = (await ledger.store.readStream(stream)).map(({ value }) => value);
  const appends = change(values).map((value) => ({ stream, value }));
  await ledger.store.commit({ dropStreams: [stream], appends });
}

describe("the audit", () => {
  test("is intact when it is empty, unsealed, sealed, and sealed with a tail", async () => {
    expect(await verify()).toMatchObject({ status: "intact", entries: 0, unsealed: 0 });
    await log("case-created", "case-read");
    expect(await verify()).toMatchObject({ status: "intact", entries: 2, unsealed: 2 });
    await sealAudit(ledger);
    expect(await verify()).toMatchObject({ status: "intact", unsealed: 0, head: { position: 2 } });
    await log("case-read");
    expect(await verify()).toMatchObject({ status: "intact", entries: 3, unsealed: 1 });
  });

  test("is sealed in blocks, however much has come", async () => {
    for (let i = 0; i < 5; i++) await log(...Array<AuditEntry["action"]>(500).fill("case-read"));
    await sealAudit(ledger);
    expect(await verify()).toMatchObject({ status: "intact", entries: 2500, unsealed: 0 });
    expect(await ledger.store.readStream(CHAIN)).toHaveLength(3);
  });

  test("two sealers at once leave one chain", async () => {
    await log("case-created", "case-read", "case-read");
    await Promise.all([sealAudit(ledger), sealAudit(ledger), log("case-read")]);
    await sealAudit(ledger);
    expect(await verify()).toMatchObject({ status: "intact", entries: 4, unsealed: 0 });
  });
});

describe("the first broken entry is named", () => {
  beforeEach(async () => {
    await log("case-created", "case-read", "case-changed", "case-read", "note-added");
    await sealAudit(ledger);
  });

  test("when its content was changed", async () => {
    await rewrite(AUDIT_STREAM, (values) =>
      values.map((value, i) =>
        i === 2 ? Buffer.from(value.toString().replace("case-changed", "case-listed")) : value,
      ),
    );
    expect((await verify()).broken).toEqual({ position: 3, what: "changed" });
  });

  test("when two changed places", async () => {
    await rewrite(AUDIT_STREAM, ([a, b, ...rest]) => [b as Buffer, a as Buffer, ...rest]);
    expect((await verify()).broken).toEqual({ position: 1, what: "changed" });
  });

  test("when it is gone and was not purged", async () => {
    await ledger.store.commit({ trimStreams: [{ stream: AUDIT_STREAM, positions: [4] }] });
    expect((await verify()).broken).toEqual({ position: 4, what: "missing" });
  });

  test("when the sealed end was cut off", async () => {
    await ledger.store.commit({ trimStreams: [{ stream: AUDIT_STREAM, positions: [5] }] });
    expect((await verify()).broken).toEqual({ position: 5, what: "missing" });
  });

  test("when it is no entry at all, even in the tail", async () => {
    await ledger.store.commit({ appends: [{ stream: AUDIT_STREAM, value: Buffer.from("x") }] });
    expect((await verify()).broken).toEqual({ position: 6, what: "unreadable" });
  });

  test("when the chain was removed, cut or made of foreign bytes", async () => {
    await log("case-read");
    await sealAudit(ledger);
    const whole = (await ledger.store.readStream(CHAIN)).map(({ value }) => value);
    await rewrite(CHAIN, (links) => links.slice(0, 1));
    expect((await verify()).broken).toEqual({ position: 6, what: "chain" });
    await rewrite(CHAIN, () => []);
    expect((await verify()).broken).toEqual({ position: 1, what: "chain" });
    await rewrite(CHAIN, () => [whole[0] as Buffer, Buffer.from("forged")]);
    expect((await verify()).broken).toEqual({ position: 6, what: "chain" });
  });

  test("when the head that says how far the chain goes was exchanged", async () => {
    const key = `audit-head/${HEAD}`;
    const [stored] = await ledger.store.get([key]);
    await ledger.store.commit({
      checks: [{ key, version: stored?.version ?? 0 }],
      puts: [{ key, value: Buffer.from("forged") }],
    });
    expect((await verify()).broken).toEqual({ position: 6, what: "chain" });
  });
});

describe("purging by age", () => {
  test("takes old reads, leaves changes and disclosures, and does not break the chain", async () => {
    await log("case-created", "case-read", "case-listed", "invitation-sent", "case-refused");
    await sealAudit(ledger);
    ledger.setClock(Date.now() + 7 * MONTH_MS);
    await log("case-read");
    await sealAudit(ledger);
    await purgeAudit(ledger, 6);
    const left = (await ledger.store.readStream(AUDIT_STREAM)).map(({ position }) => position);
    expect(left).toEqual([1, 4, 6]);
    expect(await verify()).toMatchObject({ status: "intact", entries: 3, purged: 3, unsealed: 0 });
    ledger.setClock(Date.now() + 14 * MONTH_MS);
    await purgeAudit(ledger, 6);
    expect(await verify()).toMatchObject({ status: "intact", entries: 2, purged: 4 });
  });

  test("never takes what is not sealed yet", async () => {
    await log("case-read");
    ledger.setClock(Date.now() + 7 * MONTH_MS);
    await purgeAudit(ledger, 6);
    expect(await verify()).toMatchObject({ status: "intact", entries: 1, purged: 0, unsealed: 1 });
  });

  test("is no cloak: what somebody else takes away beside it is missed", async () => {
    await log("case-read", "case-changed", "case-read");
    await sealAudit(ledger);
    ledger.setClock(Date.now() + 7 * MONTH_MS);
    await purgeAudit(ledger, 6);
    await ledger.store.commit({ trimStreams: [{ stream: AUDIT_STREAM, positions: [2] }] });
    expect((await verify()).broken).toEqual({ position: 2, what: "missing" });
  });
});
