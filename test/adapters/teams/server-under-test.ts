import {
  startTeamsServer,
  type TeamsServer,
  type TeamsServerOptions,
} from "../../../adapters/teams/server.js";
import type { ServerLogEntry } from "../../../adapters/teams/server-log.js";
import type { FrontDoor, TurnOutcome } from "../../../bot/turn/front-door.js";
import type { IncomingEvent } from "../../../dialogs/event.js";
import type { Card, Reply } from "../../../dialogs/reply.js";
import { createWire, type Wire, type WireOptions } from "../../wire/person.js";

const running: UnderTest[] = [];

/** For `afterEach`: closes every server that a test has started, also one of a test that failed. */
export async function closeAll(): Promise<void> {
  for (const underTest of running.splice(0)) await underTest.close();
}

export type UnderTest = {
  readonly server: TeamsServer;
  readonly wire: Wire;
  /** What reached the front door. */
  readonly events: IncomingEvent[];
  readonly log: ServerLogEntry[];
  close(): Promise<void>;
};

/** The server over real HTTP, with a front door that the test writes; by default it answers nothing. */
export async function startUnderTest(
  answer: (event: IncomingEvent) => Promise<TurnOutcome> | TurnOutcome = () => outcome(),
  options: Partial<TeamsServerOptions> = {},
  headers?: WireOptions["headers"],
): Promise<UnderTest> {
  const events: IncomingEvent[] = [];
  const log: ServerLogEntry[] = [];
  const handle: FrontDoor = async (event) => {
    events.push(event);
    return answer(event);
  };
  const server = await startTeamsServer({
    port: 0,
    host: "127.0.0.1",
    credentials: null,
    handle,
    failure: () => ({ place: "new", text: "Das hat nicht geklappt. Ihre Eingabe ist noch da." }),
    routes: [],
    log: (entry) => log.push(entry),
    ...options,
  });
  const wire = await createWire({ botUrl: server.url, ...(headers === undefined ? {} : { headers }) });
  const underTest: UnderTest = {
    server,
    wire,
    events,
    log,
    close: async () => {
      await server.close();
      await wire.close();
    },
  };
  running.push(underTest);
  return underTest;
}

export function outcome(send: readonly Reply[] = [], rest: Partial<TurnOutcome> = {}): TurnOutcome {
  return { send, sent: () => undefined, ...rest };
}

export function say(text: string): Reply {
  return { place: "new", text };
}

/** A card with one input and one button, as bot/cards makes them. */
export function formCard(title = "Neuer Fall"): Card {
  const data = { kim: { action: "case.create", nonce: "n1" }, draft: "d7" };
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      { type: "TextBlock", text: title },
      { type: "Input.Text", id: "note", label: "Notiz", value: "wie gehabt" },
      { type: "Input.Number", id: "people", label: "Personen" },
    ],
    actions: [
      {
        type: "Action.Execute",
        title: "Anlegen",
        verb: "case.create",
        data,
        fallback: { type: "Action.Submit", title: "Anlegen", data },
      },
    ],
  };
}
