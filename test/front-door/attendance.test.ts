import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readAudit } from "../../casework/audit/audit.js";
import { isObject } from "../wire/card.js";
import { type Bot, startBot } from "./bot.js";
import { plannedConference } from "./planned-conference.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

describe("wer kommt", () => {
  test("is asked without a case number, and answered with every seat", async () => {
    const { person } = await plannedConference(bot);
    const board = await person.says("wer kommt zur FaKo?");
    expect(board.text).toContain("Fallführung: lädt ein");
    expect(board.text).toContain("noch keine Antwort");
    expect(board.text).toContain("0 von 2 haben zugesagt.");
    expect(board.text).toContain("Nötige Zusage fehlt noch: ");
  });

  test("takes a call in one tap, and the board changes in place", async () => {
    const { person, caseId } = await plannedConference(bot);
    const board = await person.says(`wer kommt zur FaKo ${caseId}`);
    const first = await person.presses(board, "tel. zugesagt");
    expect(first.replies).toEqual([]);
    expect(first.text).toContain("zugesagt (telefonisch, ");
    expect(first.text).toContain("1 von 2 haben zugesagt.");
    const second = await person.presses(first, "schickt Vertretung");
    expect(second.text).toContain("2 von 2 haben zugesagt.");
    expect(second.text).toContain("Alle nötigen Zusagen liegen vor.");
    const changed = await person.presses(second, "tel. abgesagt", { seat: "JA-Eschweiler" });
    expect(changed.text).toContain("Nötige Zusage fehlt noch: Jugendamt");
    const entries = await bot.peek((unit) => readAudit(unit, 50));
    const recorded = entries.filter(
      ({ action, subject }) => action === "answer-recorded" && subject === caseId,
    );
    expect(recorded).toHaveLength(3);
  });

  test("renews itself for whoever looks at the card", async () => {
    const { person, caseId, conferenceId } = await plannedConference(bot);
    const board = await person.says(`wer kommt ${caseId}`);
    const { refresh } = board.card ?? {};
    expect(refresh).toMatchObject({
      action: { type: "Action.Execute", verb: "attendance.board", data: { conference: conferenceId } },
      userIds: [`29:${person.id}`],
    });
    expect(isObject(refresh) && isObject(refresh.action) && "fallback" in refresh.action).toBe(false);
    const again = await person.presses(board, "Aktualisieren");
    expect(again.replacement).toBeDefined();
  });

  test("asks which conference is meant where there are several", async () => {
    const { person } = await plannedConference(bot);
    const other = await plannedConference(bot, person);
    const asked = await person.says("wer hat für die FaKo zugesagt?");
    expect(asked.text).toContain("Welche Fallkonferenz?");
    const board = await person.presses(asked, "attendance.board");
    expect(board.text).toContain("Wer kommt");
    const none = await person.says(`wer kommt zu ${other.caseId}`);
    expect(none.text).toContain(other.caseId);
  });

  test("tells nothing to anybody else, and nothing in a group", async () => {
    const { person, caseId, conferenceId } = await plannedConference(bot);
    const board = await person.says(`wer kommt ${caseId}`);
    const stranger = bot.wire.person("Case Management Stolberg");
    const refused = await stranger.says(`wer kommt zur FaKo ${caseId}`);
    expect(refused.text).toContain("gibt es nicht, oder er ist Ihnen nicht zugeordnet");
    const pressed = await stranger.presses(board, "tel. abgesagt");
    expect(pressed.text).not.toContain("Jobcenter");
    const group = bot.wire.person("Case Management Eschweiler", { scope: "groupChat", id: person.id });
    expect((await group.says(`wer kommt zur FaKo ${caseId}`)).text).toContain("nur im Einzelchat");
    expect((await group.presses(board, "Aktualisieren")).text).not.toContain(conferenceId);
    expect((await person.says(`wer kommt ${caseId}`)).text).toContain("0 von 2");
  });
});
