import { transact } from "../../bot/turn/transact.js";
import type { RecordKind } from "../../casework/store/record.js";
import type { Bot } from "./bot.js";

/** Changes a record beside the bot, for what else only time brings about: a date that is over, a card of last week. */
export async function changeStored<T>(
  { ledger }: Bot,
  kind: RecordKind<T>,
  id: string,
  change: (value: T) => T,
): Promise<void> {
  const now = ledger.clock();
  const done = await transact(ledger, { once: [], now, deadline: now + 10_000 }, async (unit) => {
    const value = await unit.read(kind, id);
    if (value === undefined) throw new Error(`There is no ${kind.name} ${id}.`);
    await unit.write(kind, id, change(value));
  });
  if (done.kind !== "done") throw new Error(done.kind);
}
