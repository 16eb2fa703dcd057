import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { sendReminder } from "../../../bot/outbox/send-reminder.js";
import { wallClock } from "../../../casework/calendar/zone.js";
import { createCase } from "../../../casework/case/commands.js";
import { reminderRecord } from "../../../casework/case/reminder.js";
import { saveCase } from "../../../casework/case/save-case.js";
import { eraseCase } from "../../../casework/retention/erase-case.js";
import { putStaff, type StaffMember } from "../../../casework/staff/staff.js";
import { beginWork, type UnitOfWork } from "../../../casework/store/unit-of-work.js";
import { MESSAGES } from "../../../dialogs/messages.js";
import { openLedger } from "../ledger.js";

let ledger: Awaited<ReturnType<typeof openLedger>>;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const timeZone = "Europe/Berlin";
const member: StaffMember = {
  ...{ id: "p", name: "Case Management Eschweiler", email: "", role: "case-manager" },
  ...{ agency: "KIM", rechtskreis: "" },
};
const facts = {
  ...{ place: null, topics: [], languages: [], interpreter: "unknown" as const },
  ...{ urgency: "normal" as const, phase: "intake" as const, goals: [] },
};

async function commits<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
  const unit = beginWork(ledger.store, ledger.keyring, ledger.clock());
  const result = await work(unit);
  expect((await ledger.store.commit(unit.batch())).kind).toBe("committed");
  return result;
}

test.each([
  { meanwhile: "nothing happened", erased: false, messages: 1 },
  { meanwhile: "the case was erased", erased: true, messages: 0 },
])("names what is due if $meanwhile since it began", async ({ erased, messages }) => {
  const { date: day, minuteOfDay } = wallClock(timeZone, ledger.clock());
  const entry = await commits(async (unit) => {
    await putStaff(unit, member);
    await unit.write(reminderRecord, member.id, {
      minuteOfDay,
      timeZone,
      locale: "de",
      days: [1, 2, 3, 4, 5, 6, 7],
    });
    const made = await createCase(unit, member, "K-7F3Q9", facts);
    const measures = [{ id: "m", what: "Bescheid prüfen", responsible: "", due: day }];
    return saveCase(unit, member, made, { ...made, measures }, "measure-added");
  });
  const outcome = await sendReminder(ledger)({ person: member.id, day, minuteOfDay }, "job", 1);
  if (outcome.kind !== "done") throw new Error(outcome.reason);
  if (erased) await commits((unit) => eraseCase(unit, member.id, entry, "Test"));
  await commits(async (end) => outcome.record?.(end));
  expect(await ledger.store.jobs(MESSAGES, 10)).toHaveLength(messages);
  expect(await ledger.store.get(["key/case:K-7F3Q9"])).toEqual([erased ? undefined : expect.anything()]);
});
