import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { AUDIT_STREAM } from "../../casework/audit/audit.js";
import { stateId, stateRecord } from "../../dialogs/state.js";
import { isObject, type Json } from "../wire/card.js";
import type { Person, Turn } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { plannedConference } from "./planned-conference.js";

/**
 * Cards that renew themselves when they are looked at (Microsoft Learn, "Universal Actions for Adaptive Cards": up to
 * date cards, user-specific views): Teams presses the refresh action by itself, and shows the answer to that person.
 */

let bot: Bot;
let person: Person;
let caseId: string;
let boardTurn: Turn;
let board: Json;

beforeAll(async () => {
  bot = await startBot();
  ({ person, caseId } = await plannedConference(bot));
  boardTurn = await person.says(`wer kommt zur FaKo ${caseId}`);
  board = boardTurn.card ?? {};
}, 60_000);
afterAll(() => bot.close());

/** What Teams sends when somebody looks at a card. */
function looksAt(viewer: Person, card: Json): Promise<Turn> {
  const { action } = card.refresh as { readonly action: Json };
  return viewer.sends({
    type: "invoke",
    name: "adaptiveCard/action",
    replyToId: boardTurn.replies[0]?.id,
    value: { action, trigger: "automatic" },
  });
}

const stateOf = ({ conversation, id }: Person) =>
  bot.peek((unit) => unit.read(stateRecord, stateId(conversation, id)));

describe("a card that renews itself", () => {
  test("does so for those who are named in it, at most 60, by their id in Teams", () => {
    const { userIds, action } = board.refresh as { userIds: string[]; action: Json };
    expect(userIds).toEqual([`29:${person.id}`]);
    expect(userIds.length).toBeLessThanOrEqual(60);
    expect(action).toMatchObject({ type: "Action.Execute", verb: "attendance.board" });
    expect(action).not.toHaveProperty("fallback");
  });

  test("is answered with the card as it is now, and nothing is posted", async () => {
    await person.presses(board, "tel. zugesagt", { seat: "JA-Eschweiler" });
    const seen = await looksAt(person, board);
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.card.adaptive",
      value: { type: "AdaptiveCard", refresh: { userIds: [`29:${person.id}`] } },
    });
    expect(seen.text).toContain("zugesagt");
    expect([...seen.replies, ...seen.updates]).toEqual([]);
  });

  test("leaves the conversation where it stands: looking at an old card is not speaking of its case", async () => {
    const form = await person.says("Neuer Fall: 1 Pers. Alsdorf, Wohngeld");
    const another = caseIdIn((await person.presses(form, "Anlegen")).text);
    await person.says(`Zeig mir ${another}`);
    await looksAt(person, board);
    expect((await stateOf(person))?.lastCase).toBe(another);
  });

  test("shows nothing to whoever may not see it any more: a plain word takes its place, and nothing is posted", async () => {
    const stranger = bot.wire.person("Case Management Stolberg");
    await stranger.says("Hallo");
    const seen = await looksAt(stranger, board);
    expect(seen.replacement).toBeDefined();
    expect([...seen.replies, ...seen.updates]).toEqual([]);
    expect(JSON.stringify(seen.body)).not.toContain("Eschweiler");
    const entries = (await bot.ledger.store.readStream(AUDIT_STREAM)).map(({ value }) =>
      JSON.parse(value.toString()),
    );
    expect(entries.filter(({ person: who }) => who === stranger.id).at(-1)).toMatchObject({
      action: "case-refused",
      subject: caseId,
    });
  });

  test("in a group shows the way into the 1:1 chat, to whoever looks, and posts nothing", async () => {
    const group = bot.wire.person("Case Management Eschweiler", { id: person.id, scope: "groupChat" });
    const seen = await looksAt(group, board);
    expect(JSON.stringify(seen.replacement)).toContain("teams.microsoft.com/l/chat");
    expect(JSON.stringify(seen.body)).not.toContain(caseId);
    expect([...seen.replies, ...seen.updates]).toEqual([]);
  });

  test("every card with a refresh is renewed by a button that only shows", async () => {
    const shows = ["attendance.board", "poll.show", "poll.ballot", "conference.show"];
    const cards = bot.wire.connector.received.flatMap(({ activity }) =>
      (Array.isArray(activity.attachments) ? activity.attachments : []).filter(isObject),
    );
    const verbs = cards.flatMap(({ content }) =>
      isObject(content) && isObject(content.refresh) && isObject(content.refresh.action)
        ? [String(content.refresh.action.verb)]
        : [],
    );
    expect(verbs.length).toBeGreaterThan(0);
    expect(verbs.filter((verb) => !shows.includes(verb))).toEqual([]);
  });
});
