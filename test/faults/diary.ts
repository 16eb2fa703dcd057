import { de } from "../../bot/texts/de.js";
import { caseIdIn } from "../front-door/bot.js";
import { addresses } from "../front-door/planned-conference.js";
import type { Person, Wire } from "../wire/person.js";
import type { Wish } from "./history.js";

/** All who write here are one person in several chats: the owner of all cases. */
export const DESK = "22222222-2222-4222-8222-222222222222";

/** What people tried to write before a real process, and what of it they were told is saved. */
export type Diary = {
  readonly number: () => number;
  /** Notes the wish, does it, and notes the answer. A process that dies meanwhile leaves it unknown, and rejects. */
  readonly write: (
    what: Pick<Wish, "kind" | "token" | "place">,
    acknowledged: string,
    ask: () => Promise<string>,
  ) => Promise<void>;
  readonly wishes: () => readonly Wish[];
};

export function openDiary(): Diary {
  const wishes: Wish[] = [];
  let numbers = 0;
  let steps = 0;
  return {
    number: () => ++numbers,
    async write(what, acknowledged, ask) {
      const at = wishes.length;
      const wish: Wish = { ...what, askedAt: ++steps, outcome: "unknown" };
      wishes.push(wish);
      const answer = await ask();
      if (answer.includes(acknowledged))
        wishes[at] = { ...wish, outcome: "acknowledged", answeredAt: ++steps };
    },
    wishes: () => wishes,
  };
}

const desk = (wire: Wire) => wire.person("Case Management Eschweiler", { id: DESK });

/** Its own words are its first note. */
export async function openSharedCase(wire: Wire, diary: Diary): Promise<string> {
  const person = desk(wire);
  const token = "Eschweiler, Wohngeld";
  const form = await person.says(`Neuer Fall: ${token}`);
  const { text } = await person.presses(form, "Anlegen");
  const place = caseIdIn(text);
  await diary.write({ kind: "note", token, place }, "ist angelegt", async () => text);
  return place;
}

/** Three write at once until the bot is gone. `acknowledged` is called with the kind of whatever was. */
export async function keepBusy(
  wire: Wire,
  diary: Diary,
  shared: string,
  acknowledged: (kind: "note" | "measure" | "conference") => void,
): Promise<void> {
  const untilGone = async (
    kind: Parameters<typeof acknowledged>[0],
    act: (person: Person) => Promise<void>,
  ) => {
    const person = desk(wire);
    for (;;) {
      try {
        await act(person);
        acknowledged(kind);
      } catch {
        return;
      }
    }
  };
  await Promise.all([
    untilGone("note", (person) => {
      const token = `Rückruf Nummer ${diary.number()} erledigt.`;
      return diary.write({ kind: "note", token, place: shared }, de.cases.noteSaved(""), async () => {
        return (await person.says(`Notiz zu ${shared}: ${token}`)).text;
      });
    }),
    untilGone("measure", (person) => {
      const token = `Unterlage Nummer ${diary.number()} einreichen`;
      return diary.write({ kind: "measure", token, place: shared }, de.cases.measureSaved(""), async () => {
        return (await person.says(`Maßnahme zu ${shared}: ${token} bis 12.03.2093`)).text;
      });
    }),
    untilGone("conference", (person) => convene(person, diary)),
  ]);
}

/** A case of its own, and a conference about it. */
async function convene(person: Person, diary: Diary): Promise<void> {
  const token = `Eschweiler, Wohngeld, Anliegen Nummer ${diary.number()}`;
  const form = await person.says(`Neuer Fall: ${token}`);
  let caseId = "";
  await diary.write({ kind: "case", token, place: DESK }, "ist angelegt", async () => {
    const { text } = await person.presses(form, "Anlegen");
    caseId = caseIdIn(text);
    return text;
  });
  const consent = await person.says(`FaKo für ${caseId} mit Jobcenter und Jugendamt`);
  const dates = await person.presses(consent, "Speichern", { informed: "true" });
  const wish = { kind: "conference", token: "conference", place: caseId };
  await diary.write(wish, de.planning.plannedTitle.case, async () => {
    return (await person.presses(dates, "Anlegen", addresses(dates.card ?? {}))).text;
  });
}
