import { writeInvitation } from "../../adapters/calendar/ical-write.js";
import { runTurn } from "../../adapters/teams/turn.js";
import { say } from "../../bot/cards/notices.js";
import type { Knowledge } from "../../bot/knowledge-in-memory.js";
import { auditChores, planChores } from "../../bot/outbox/chores.js";
import { outboxHandlers } from "../../bot/outbox/handlers.js";
import { startWorker } from "../../bot/outbox/worker.js";
import { de } from "../../bot/texts/de.js";
import { frontDoor } from "../../bot/turn/handle-event.js";
import { cardMemory } from "../../bot/turn/remember-cards.js";
import { sentMarks } from "../../bot/turn/sent-marks.js";
import { pollLinks } from "../../casework/poll/links.js";
import { type MasterKeys, openKeyring } from "../../casework/store/keyring.js";
import type { Store } from "../../casework/store/store.js";
import type { IncomingEvent } from "../../dialogs/event.js";
import type { Settings } from "../../dialogs/turn.js";
import { isObject, type Json, visibleText } from "../wire/card.js";
import { faultyStore, type Witness } from "./faulty-store.js";
import type { World } from "./outside.js";
import type { Life, Stage } from "./stage.js";

/** What a person gets to see of one delivery: all that arrived in the chat, and the answer to a pressed button. */
export type Seen = { readonly text: string; readonly card?: Json };

/** The bot as one process: the real front door, the real outbox, and all that they keep in memory. */
export type BotProcess = {
  /** Undefined: the process died, or the channel took none of the answer, before there was anything to see. */
  readonly deliver: (event: IncomingEvent) => Promise<Seen | undefined>;
  /** What a notice of the store or the poll of the worker does. */
  readonly wake: () => void;
  /** Ends it as SIGKILL does. */
  readonly kill: () => Promise<void>;
};

export type Site = {
  readonly stage: Stage;
  readonly world: World;
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  readonly masters: MasterKeys;
  readonly clock: () => number;
  /** A connection of one process to the store that all share. */
  readonly open: () => Promise<Store>;
  readonly witness: Witness;
  /** Puts a bug between the program and its way to the store. */
  readonly plant: (store: Store) => Store;
};

export async function startProcess(site: Site): Promise<BotProcess> {
  const { stage, world, knowledge, settings, clock } = site;
  const life: Life = { alive: true };
  let died = () => {};
  const death = new Promise<undefined>((resolve) => {
    died = () => resolve(undefined);
  });
  const engine = await site.open();
  const keyring = await openKeyring(engine, site.masters);
  const wakers = new Set<() => void>();
  const store = site.plant(faultyStore(engine, life, stage.gate, site.witness, wakers));
  const ledger = { store, keyring, clock };
  const log = () => {};
  const out = world.waysOut(life, stage.gate);
  const handle = frontDoor({
    ledger,
    knowledge: async () => knowledge,
    settings,
    sentMarks: sentMarks(store, clock),
    cards: cardMemory(ledger),
    models: { cleanPassages: true },
    log,
  });
  const chores = auditChores(ledger, 12);
  await planChores({ ...ledger, store: engine }, chores);
  const handlers = outboxHandlers(
    {
      ledger,
      settings,
      locale: "de",
      mailFrom: `kim@${settings.mailDomain}`,
      chores,
      documentsTaken: () => {},
      log,
    },
    {
      messenger: out.messenger,
      replace: out.replace,
      mailer: out.mailer,
      meetings: settings.channel === "graph" ? out.meetings : undefined,
      writeInvitation,
      writeDocument: () => Buffer.alloc(0),
      links: pollLinks(keyring),
      fetchFile: () => Promise.reject(new Error("nobody hands a file over here")),
    },
  );
  const worker = stage.within(() => startWorker(ledger, { handlers: out.attributed(handlers), log }));

  return {
    async deliver(event) {
      const texts: string[] = [];
      let card: Json | undefined;
      const channel = out.channelTo(event.conversation.id, (posted) => {
        texts.push(posted.text);
        card = posted.card ?? card;
      });
      const pressed = event.content.kind === "press";
      const services = { handle, failure: () => say(de, de.errors.turnFailed), log };
      const turn = stage.within(() => runTurn(services, channel, event, pressed ? "card" : "messages"));
      const answer = await Promise.race([turn, death]);
      const replaced = answer && cardIn(answer.body);
      if (replaced) texts.push(visibleText(replaced));
      const shown = replaced ?? card;
      if (texts.length === 0 && answer?.status !== 200) return undefined;
      return { text: texts.join("\n"), ...(shown ? { card: shown } : {}) };
    },
    wake() {
      for (const waker of wakers) stage.within(waker);
    },
    async kill() {
      life.alive = false;
      died();
      // Its timers must not live on; that it never comes to rest is what being killed means.
      void stage.within(() => worker.stop());
      await engine.close();
    },
  };
}

function cardIn(body: unknown): Json | undefined {
  if (!isObject(body) || !isObject(body.value)) return undefined;
  return body.value.type === "AdaptiveCard" ? body.value : undefined;
}
