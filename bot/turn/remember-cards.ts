import { CARD_UPDATES, type SentCard, sentCards } from "../../casework/case/sent-cards.js";
import { caseScope, SYSTEM_SCOPE } from "../../casework/store/record.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import { commandRequest } from "../commands/command-request.js";
import { type Ledger, transact } from "./transact.js";

/** What went out: the replies, the ids the channel gave them, in the same order, and the cases they may show. */
export type SentReplies = {
  readonly replies: readonly Reply[];
  readonly activityIds: readonly string[];
  readonly cases: readonly string[];
  readonly reference: string;
  readonly chat: string;
  readonly locale: Locale;
};

export type CardMemory = {
  readonly add: (sent: SentReplies) => void;
  /** Settles when all that was added is written. */
  readonly flush: () => Promise<void>;
};

const MOST_WRITING = 500;

/**
 * Remembers which messages show something of which case. A crash between sending and this commit loses the
 * place of that message alone; it is found again when one of its buttons is pressed.
 */
export function cardMemory(ledger: Ledger): CardMemory {
  const writing = new Set<Promise<unknown>>();
  return {
    add(sent) {
      const found = cardsByCase(sent);
      // While the store is slow no more pile up than that: the place of a card is found again by its buttons.
      if (found.length === 0 || writing.size >= MOST_WRITING) return;
      // The store is away: the turn was committed and answered; only the place of its card stays unknown.
      const write = remember(ledger, found).catch(() => {});
      writing.add(write);
      void write.finally(() => writing.delete(write));
    },
    async flush() {
      await Promise.all(writing);
    },
  };
}

/** The ids of the cases among the scopes that a turn touched. */
export function casesIn(scopes: readonly string[]): readonly string[] {
  const start = caseScope("");
  return scopes.filter((scope) => scope.startsWith(start)).map((scope) => scope.slice(start.length));
}

type Found = { readonly caseId: string; readonly card: SentCard };

/** A reply shows a case if it names it: every label begins with the case id. */
function cardsByCase({
  replies,
  activityIds,
  cases,
  reference,
  chat,
  locale,
}: SentReplies): readonly Found[] {
  return replies.flatMap((reply, i) => {
    const activityId = activityIds[i];
    if (!activityId) return [];
    const named = new Set<string>();
    findNamed(reply, cases, named);
    return cases
      .filter((caseId) => named.has(caseId))
      .map((caseId) => ({ caseId, card: { reference, activityId, chat, locale } }));
  });
}

/** Adds those of `cases` that a text anywhere in `part`, a reply or an element of its card, has in it. */
function findNamed(part: unknown, cases: readonly string[], named: Set<string>): void {
  if (typeof part === "string") {
    for (const caseId of cases) if (part.includes(caseId)) named.add(caseId);
  } else if (typeof part === "object" && part !== null) {
    for (const inner of Object.values(part)) findNamed(inner, cases, named);
  }
}

async function remember(ledger: Ledger, found: readonly Found[]): Promise<void> {
  await transact(ledger, commandRequest(ledger), async (unit) => {
    await unit.prefetch(
      [],
      found.map(({ caseId }) => caseScope(caseId)),
    );
    for (const { caseId, card } of found) {
      if (await unit.hasScope(caseScope(caseId))) await unit.append(sentCards, caseId, card);
      // Erased while the card was on its way: it is replaced at once.
      else {
        const id = card.activityId;
        const job = { queue: CARD_UPDATES, id, due: unit.now, payload: card, scopes: [SYSTEM_SCOPE] };
        await unit.enqueue(job);
      }
    }
  });
}
