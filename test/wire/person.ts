import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { type Button, buttonsOf, filledIn, isObject, type Json, visibleText } from "./card.js";
import { cardFaults } from "./card-faults.js";
import { type FakeConnector, type Received, startFakeConnector } from "./fake-connector.js";
import { type HttpAnswer, send } from "./http.js";

/**
 * People who talk to the bot through its front door: real HTTP in both directions, Teams' own shapes.
 *
 *     const wire = await createWire({ botUrl });
 *     const person = wire.person("Case Management Eschweiler");
 *     const answer = await person.says("Wohngeld in Eschweiler");
 *     expect(answer.text).toContain("Wohngeldstelle");
 *     const done = await person.presses(answer, "Anlegen", { topics: "housing" });
 *     expect(person.lastCard()).toBe(done.card);
 *     await wire.close();
 */
export type Wire = {
  readonly connector: FakeConnector;
  /** Each call is another person in a conversation of their own, unless the options say otherwise. */
  person(name: string, options?: PersonOptions): Person;
  close(): Promise<void>;
};

export type PersonOptions = {
  readonly scope?: "personal" | "groupChat" | "channel";
  /** To put several people into one chat, or one person into several. */
  readonly conversation?: string;
  /** The Entra object id; the same id is the same person. */
  readonly id?: string;
  readonly locale?: string;
  readonly timeZone?: string;
};

/** A message of the bot as it stands in the chat. */
export type Message = {
  readonly id: string;
  /** The activity as it came over the wire. */
  readonly activity: Json;
  readonly card?: Json;
  /** All that a person reads: the text, then the card. */
  readonly text: string;
};

/** What came of something that a person did. */
export type Turn = {
  /** The activity that was sent to the bot. */
  readonly sent: Json;
  readonly status: number;
  /** The HTTP answer: for `Action.Execute` the invoke's body, else usually `undefined`. */
  readonly body: unknown;
  /** New messages of the bot, in order. */
  readonly replies: readonly Message[];
  /** Messages that the bot changed. */
  readonly updates: readonly Message[];
  /** The card that replaced the pressed one, by the invoke's answer. */
  readonly replacement?: Json;
  /** The card that the person looks at now: the replacement, else that of the last reply or update with one. */
  readonly card?: Json;
  /** All that a person reads of it: replies, updates, replacement. */
  readonly text: string;
  /** How often the bot showed that it was typing. */
  readonly typing: number;
};

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly conversation: string;
  /** Types a message. In a group or channel the bot is mentioned, as Teams wants it. */
  says(text: string): Promise<Turn>;
  /**
   * Presses a button of a card, by its title or by its action (`kim.action`). Inputs not given have the value
   * that the card came with. Rejects where a client would not send: something required is empty, or the card
   * has no such button, input or choice.
   *
   * @param on the turn or message that showed the card, or the card itself
   * @param options.as "submit" is an old client, which presses the fallback of an `Action.Execute`
   */
  presses(
    on: Turn | Message | Json,
    button: string,
    inputs?: Readonly<Record<string, string | number | boolean>>,
    options?: { readonly as?: "submit" },
  ): Promise<Turn>;
  /** Thumbs up or down below a message. */
  rates(on: Message, reaction: "like" | "dislike", comment?: string): Promise<Turn>;
  /** Adds the bot to the conversation. */
  installs(): Promise<Turn>;
  /** The identical last activity once more, as Teams does after 15 s without an answer. */
  redelivers(): Promise<Turn>;
  /** Any activity of this person; the given members replace or extend those of a message. Does not reject on a refusal. */
  sends(members: Json): Promise<Turn>;
  /** The card that the person saw last, here or replaced in place. Throws if there was none. */
  lastCard(): Json;
  /** All that this person has been shown so far, oldest first. */
  text(): string;
};

const botAccount = { id: "28:kim", name: "KIM-Assistent" };

/** The tenant that everybody belongs to. */
export const wireTenant = "11111111-1111-4111-8111-111111111111";

export type WireOptions = {
  /** Where the bot listens already, e.g. `http://127.0.0.1:3978`. */
  readonly botUrl: string;
  /** More headers for each activity, e.g. the token of a bot with credentials. */
  readonly headers?: (activity: Json) => Readonly<Record<string, string>>;
  /** Rejects a turn in which the bot sends a card that Teams would not take. Off for cards of a test's own. */
  readonly checkCards?: boolean;
  /** Delivers an activity again while a gateway answers 502, as Teams does. */
  readonly persistent?: boolean;
};

/** A fake connector and as many people as wanted, before a bot that is running. */
export async function createWire({
  botUrl,
  headers = () => ({}),
  checkCards = true,
  persistent = false,
}: WireOptions): Promise<Wire> {
  const connector = await startFakeConnector();
  const agent = new Agent({ keepAlive: true });
  const endpoint = `${botUrl.replace(/\/$/, "")}/api/messages`;
  const post = async (activity: Json) => {
    for (;;) {
      const body = JSON.stringify(activity);
      const answer = await send(endpoint, { body, headers: headers(activity), agent });
      if (!persistent || answer.status !== 502) return answer;
    }
  };
  return {
    connector,
    person: (name, options = {}) => createPerson(name, options, connector, post, checkCards),
    close: async () => {
      agent.destroy();
      await connector.close();
    },
  };
}

function createPerson(
  name: string,
  options: PersonOptions,
  connector: FakeConnector,
  post: (activity: Json) => Promise<HttpAnswer>,
  checkCards: boolean,
): Person {
  const id = options.id ?? randomUUID();
  const scope = options.scope ?? "personal";
  const conversation = options.conversation ?? newConversation(scope);
  const zone = options.timeZone ?? "Europe/Berlin";
  const locale = options.locale ?? "de-DE";
  const shownIn = new WeakMap<object, string>();
  let shown: { readonly text: string; readonly card?: Json }[] = [];
  let last: Json | undefined;

  const base = (): Json => ({
    type: "message",
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    localTimestamp: new Date().toISOString(),
    localTimezone: zone,
    serviceUrl: `${connector.url}/`,
    channelId: "msteams",
    from: { id: `29:${id}`, name, aadObjectId: id },
    conversation: {
      ...(scope === "personal" ? {} : { isGroup: true }),
      conversationType: scope,
      tenantId: wireTenant,
      id: conversation,
    },
    recipient: botAccount,
    textFormat: "plain",
    locale,
    entities: [{ locale, country: "DE", platform: "Web", timezone: zone, type: "clientInfo" }],
    channelData: { tenant: { id: wireTenant } },
  });

  const deliver = async (activity: Json): Promise<Turn> => {
    last = activity;
    const from = connector.received.length;
    const answer = await post(activity);
    const turn = turnOf(activity, answer, connector.received.slice(from), conversation);
    if (checkCards) refuseFaultyCards(turn);
    const pressed = activity.replyToId;
    for (const message of [...turn.replies, ...turn.updates]) {
      if (message.card !== undefined) shownIn.set(message.card, message.id);
    }
    if (turn.replacement !== undefined && typeof pressed === "string") shownIn.set(turn.replacement, pressed);
    shown = [...shown, { text: turn.text, ...(turn.card === undefined ? {} : { card: turn.card }) }];
    return turn;
  };
  const deliverGladly = async (activity: Json): Promise<Turn> => {
    const turn = await deliver(activity);
    if (turn.status >= 300) throw new Error(`The bot answered ${turn.status}: ${JSON.stringify(turn.body)}`);
    return turn;
  };

  return {
    id,
    name,
    conversation,
    says: (text) => deliverGladly({ ...base(), ...(scope === "personal" ? { text } : mentioning(text)) }),
    presses: async (on, title, inputs = {}, { as } = {}) => {
      const card = cardOf(on);
      const button = findButton(card, title);
      const typed = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, String(value)]));
      const data = { ...button.data, ...filledIn(button, typed) };
      const cardActivity = shownIn.get(card);
      const press = {
        ...base(),
        textFormat: undefined,
        ...(cardActivity === undefined ? {} : { replyToId: cardActivity }),
      };
      if (button.type === "Action.Submit") return deliverGladly({ ...press, value: data });
      if (as === "submit") {
        const { fallback } = button;
        if (fallback?.type !== "Action.Submit")
          throw new Error(`"${title}" has no Action.Submit to fall back to.`);
        const own = isObject(fallback.data) ? fallback.data : {};
        return deliverGladly({ ...press, value: { ...own, ...filledIn(button, typed) } });
      }
      const action = { type: "Action.Execute", title: button.title, verb: button.verb, data };
      return deliverGladly({
        ...press,
        type: "invoke",
        name: "adaptiveCard/action",
        value: { action, trigger: "manual" },
      });
    },
    rates: (on, reaction, comment = "") =>
      deliverGladly({
        ...base(),
        type: "invoke",
        name: "message/submitAction",
        replyToId: on.id,
        value: {
          actionName: "feedback",
          actionValue: { reaction, feedback: JSON.stringify({ feedbackText: comment }) },
        },
      }),
    installs: () => deliverGladly({ ...base(), type: "conversationUpdate", membersAdded: [botAccount] }),
    redelivers: () => {
      if (last === undefined) throw new Error(`${name} has not sent anything yet.`);
      return deliverGladly(last);
    },
    sends: (members) => deliver({ ...base(), ...members }),
    lastCard: () => {
      const card = shown.findLast((entry) => entry.card !== undefined)?.card;
      if (card === undefined) throw new Error(`${name} has not been shown a card yet.`);
      return card;
    },
    text: () => shown.map((entry) => entry.text).join("\n"),
  };
}

function refuseFaultyCards({ replies, updates, replacement }: Turn): void {
  const cards = [...replies, ...updates].flatMap(({ card }) => (card === undefined ? [] : [card]));
  for (const card of replacement ? [...cards, replacement] : cards) {
    const faults = cardFaults(card);
    if (faults.length > 0) throw new Error(`A card that Teams would not take: ${faults.join("; ")}`);
  }
}

function newConversation(scope: "personal" | "groupChat" | "channel"): string {
  if (scope === "personal") return `a:${randomUUID()}`;
  const thread = `19:${randomUUID().replaceAll("-", "")}`;
  return scope === "groupChat" ? `${thread}@thread.v2` : `${thread}@thread.tacv2;messageid=1700000000000`;
}

function mentioning(text: string): Json {
  const at = `<at>${botAccount.name}</at>`;
  return { text: `${at} ${text}`, entities: [{ type: "mention", mentioned: botAccount, text: at }] };
}

function turnOf(sent: Json, answer: HttpAnswer, came: readonly Received[], conversation: string): Turn {
  const body = answer.text === "" ? undefined : parse(answer.text);
  const replacement = replacementIn(body);
  const here = came.filter(({ conversation: where }) => where === conversation);
  // Of several people in one chat each gets the answers to what he or she did; what the bot writes unasked in the
  // meantime is no answer, least of all where a card was replaced.
  const answers = here.filter(({ activity }) => activity.replyToId === sent.id);
  const isAnswered = answers.length > 0 || replacement !== undefined;
  const mine = isAnswered ? answers : here.filter(({ activity }) => activity.replyToId === undefined);
  const messages = mine.filter(({ id, activity }) => id !== undefined && activity.type === "message");
  const replies = messages.filter(({ method }) => method === "POST").map(messageOf);
  const updates = messages.filter(({ method }) => method === "PUT").map(messageOf);
  const card =
    replacement ?? [...replies, ...updates].findLast((message) => message.card !== undefined)?.card;
  return {
    sent,
    status: answer.status,
    body,
    replies,
    updates,
    ...(replacement === undefined ? {} : { replacement }),
    ...(card === undefined ? {} : { card }),
    text: [...replies, ...updates]
      .map((message) => message.text)
      .concat(replacement === undefined ? [] : [visibleText(replacement)])
      .join("\n"),
    typing: mine.filter(({ activity }) => activity.type === "typing").length,
  };
}

function messageOf({ id = "", activity }: Received): Message {
  const attachments: readonly unknown[] = Array.isArray(activity.attachments) ? activity.attachments : [];
  const cards = attachments.filter(isObject).map((attachment) => attachment.content);
  const card = cards.find(isObject);
  const text = typeof activity.text === "string" ? [activity.text] : [];
  return {
    id,
    activity,
    ...(card === undefined ? {} : { card }),
    text: [...text, ...cards.map(visibleText)].join("\n"),
  };
}

function replacementIn(body: unknown): Json | undefined {
  if (!isObject(body) || body.type !== "application/vnd.microsoft.card.adaptive") return undefined;
  return isObject(body.value) ? body.value : undefined;
}

function cardOf(on: Turn | Message | Json): Json {
  if ("type" in on && on.type === "AdaptiveCard") return on;
  if (isObject(on.card)) return on.card;
  throw new Error("There is no card to press a button on.");
}

function findButton(card: Json, wanted: string): Button {
  const buttons = buttonsOf(card);
  const found = buttons.find(
    ({ title, data, verb }) =>
      title === wanted || (isObject(data.kim) && data.kim.action === wanted) || verb === wanted,
  );
  if (found !== undefined) return found;
  throw new Error(
    `The card has no button "${wanted}". It has: ${buttons.map((button) => `"${button.title}"`).join(", ") || "none"}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
