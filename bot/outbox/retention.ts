import { audit } from "../../casework/audit/audit.js";
import { HOME_ZONE, wallClock } from "../../casework/calendar/zone.js";
import { type CaseEntry, caseRecord } from "../../casework/case/case.js";
import { eraseCase } from "../../casework/retention/erase-case.js";
import {
  keptUntil,
  NOTICE_MS,
  nextStep,
  noteAnnouncement,
  type RetentionRules,
} from "../../casework/retention/retention.js";
import { SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { Locale } from "../../dialogs/event.js";
import { forgetInChats } from "../../dialogs/forget-case.js";
import { writeTo } from "../../dialogs/write-to.js";
import { say } from "../cards/notices.js";
import { commandRequest } from "../commands/command-request.js";
import { de, type Texts } from "../texts/de.js";
import { readableDay } from "../texts/format.js";
import { type Ledger, transact } from "../turn/transact.js";
import type { Chores } from "./chores.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const CASES = `${caseRecord.name}/`;

/** Deletes by itself what the operator's rules say; without rules it deletes nothing. */
export function retentionChores(ledger: Ledger, rules: RetentionRules | undefined): Chores {
  if (!rules) return {};
  return { retention: { everyMs: DAY_MS / 4, run: () => keepRetention(ledger, rules) } };
}

/** Looks at every case once: announces, deletes, or leaves it. Each is decided anew in the commit that does it. */
export async function keepRetention(ledger: Ledger, rules: RetentionRules): Promise<void> {
  for await (const key of ledger.store.keys(CASES)) {
    await transact(ledger, commandRequest(ledger), async (unit) => {
      const entry = await unit.read(caseRecord, key.slice(CASES.length));
      if (entry) await decide(unit, entry, rules);
    });
  }
}

async function decide(unit: UnitOfWork, entry: CaseEntry, rules: RetentionRules): Promise<void> {
  switch (await nextStep(unit, entry, rules)) {
    case "announce": {
      const end = Math.max(keptUntil(entry, rules) ?? unit.now, unit.now + NOTICE_MS);
      await noteAnnouncement(unit, entry);
      await audit(unit, "system", "deletion-announced", entry.id);
      const { date } = wallClock(HOME_ZONE, end);
      await tell(unit, entry, ({ retention }, locale) =>
        retention.announced(entry.id, readableDay(locale, date)),
      );
      return;
    }
    case "delete": {
      const erased = await eraseCase(unit, "system", entry, de.protection.retention.reason);
      await forgetInChats(unit, erased.chats, entry.id);
      await tell(unit, entry, ({ retention }) => retention.deleted(entry.id));
      return;
    }
    case "keep":
      return;
  }
}

function tell(
  unit: UnitOfWork,
  { createdAt, owner }: CaseEntry,
  words: (protection: Texts["protection"], locale: Locale) => string,
): Promise<void> {
  const id = `retention/${unit.now}/${createdAt}/${owner}`;
  return writeTo(unit, { id, person: owner, scopes: [SYSTEM_SCOPE] }, (texts, locale) =>
    say(texts, words(texts.protection, locale)),
  );
}
