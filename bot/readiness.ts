import { type Keyring, keyRecord, unwrapWith, WRAPPING_KEY, wrappingKey } from "../casework/store/keyring.js";
import { SYSTEM_SCOPE } from "../casework/store/record.js";
import type { Store } from "../casework/store/store.js";
import type { KnowledgeState } from "./knowledge-in-memory.js";
import type { QueueState } from "./outbox/queues.js";
import type { Neighbour, Pulse, Trouble } from "./pulse.js";

/** A part of the bot that does not work as it should, and what an operator reads about it, in German. */
export type Degraded = { readonly part: Part; readonly reason: string };
export type Part = "store" | "keys" | "settings" | "outbox" | "dead-letters" | "knowledge" | Neighbour;

export type Readiness =
  /** It can't serve: nothing is read or written. */
  | { readonly status: "down"; readonly degraded: readonly Degraded[] }
  | { readonly status: "ready" | "degraded"; readonly degraded: readonly Degraded[] };

export type ReadinessSources = {
  readonly store: Store;
  readonly keyring: Keyring;
  /** What an operator should know about store and settings, in German. */
  readonly warnings: () => readonly string[];
  readonly outbox: () => Promise<readonly QueueState[]>;
  readonly knowledge: () => KnowledgeState;
  readonly pulse: Pulse;
  readonly clock: () => number;
};

/** A job that is overdue by more than this waits for something that is away. */
const LATE_MS = 15 * 60_000;

/** Looks at what is at hand: one trial write, a few reads of the store, and what is remembered of the neighbours. */
export async function readiness(sources: ReadinessSources): Promise<Readiness> {
  const { store, keyring, warnings, outbox, knowledge, pulse, clock } = sources;
  let queues: readonly QueueState[];
  let keys: readonly Degraded[];
  try {
    await store.ping();
    [keys, queues] = await Promise.all([keysFit(store, keyring), outbox()]);
  } catch {
    return { status: "down", degraded: [{ part: "store", reason: "Der Speicher antwortet nicht." }] };
  }
  const degraded = [
    ...keys,
    ...warnings().map((reason): Degraded => ({ part: "settings", reason })),
    ...knowledgeLacks(knowledge()),
    ...pulse.troubles().map((trouble) => neighbourTrouble(trouble, clock())),
    ...queues.flatMap(queueTrouble),
  ];
  return { status: degraded.length > 0 ? "degraded" : "ready", degraded };
}

/** Whether the master keys of this process open what lies there, and are the ones that new keys are wrapped with. */
async function keysFit(store: Store, { masters }: Keyring): Promise<readonly Degraded[]> {
  const [system, wrapping] = await store.get([keyRecord(SYSTEM_SCOPE), WRAPPING_KEY]);
  try {
    if (system) await unwrapWith(masters, SYSTEM_SCOPE, system.value);
    await wrappingKey(masters, wrapping);
    return [];
  } catch {
    const reason =
      "Der Hauptschlüssel dieses Prozesses passt nicht mehr zum Speicher: Er wurde gewechselt. Bitte mit dem neuen Schlüssel neu starten.";
    return [{ part: "keys", reason }];
  }
}

function knowledgeLacks({ directory, documents }: KnowledgeState): readonly Degraded[] {
  const reasons = [
    directory === "loading" ? "Das Verzeichnis ist noch nicht geladen." : undefined,
    directory === "failed" ? "Das Verzeichnis lässt sich nicht laden." : undefined,
    directory === "empty" ? "Das Verzeichnis ist leer (kim directory import)." : undefined,
    documents === "loading" ? "Der Suchindex der Unterlagen ist noch nicht da." : undefined,
    documents === "failed" ? "Der Suchindex der Unterlagen lässt sich nicht bauen." : undefined,
  ];
  return reasons.flatMap((reason) => (reason === undefined ? [] : [{ part: "knowledge", reason }]));
}

const NAMES: Readonly<Record<Neighbour, string>> = {
  mail: "Postausgang",
  mailbox: "Posteingang",
  calendar: "Kalender (Graph)",
  "chat-model": "Sprachmodell",
  "embedding-model": "Modell für die Suche",
};

function neighbourTrouble({ who, kind, since }: Trouble, now: number): Degraded {
  const minutes = Math.round((now - since) / 60_000);
  const what = kind === "setup" ? "falsch eingerichtet oder ohne Rechte" : "nicht erreichbar";
  return { part: who, reason: `${NAMES[who]}: ${what}, seit ${minutes} Minuten (kim doctor).` };
}

function queueTrouble({ queue, lateMs, dead }: QueueState): readonly Degraded[] {
  const late = Math.round(lateMs / 60_000);
  return [
    ...(lateMs > LATE_MS
      ? [
          {
            part: "outbox" as const,
            reason: `Ausgang ${queue}: seit ${late} Minuten nicht zustellbar (kim outbox list).`,
          },
        ]
      : []),
    ...(dead > 0
      ? [
          {
            part: "dead-letters" as const,
            reason: `Ausgang ${queue}: ${dead} liegen geblieben (kim outbox list).`,
          },
        ]
      : []),
  ];
}
