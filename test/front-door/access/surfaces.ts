import type { Command } from "../../../bot/routing/command.js";
import type { PressAction } from "../../../bot/routing/route-press.js";
import { de } from "../../../bot/texts/de.js";
import type { Json } from "../../wire/card.js";
import type { Person } from "../../wire/person.js";
import type { TabAnswer, TabDoor } from "../../wire/tab.js";
import { sentences } from "../data-protection/every-command.js";
import { CASE, fieldsOf, MARK } from "./marked-case.js";
import type { Place, Probe } from "./operations.js";

/** An id that nobody has. */
export const NOBODYS = "K-00000";

/** All that came of something that a person did: the status, and every byte that reached them. */
export type Seen = { readonly status: number; readonly bytes: string };

/** One way to do things: by sentences and buttons. */
export type Surface = {
  readonly says: (text: string) => Promise<Seen>;
  readonly presses: (
    action: string,
    fields: Readonly<Record<string, string>>,
    nonce?: string,
  ) => Promise<Seen>;
};

/** The 1:1 chat. `more`: members that every activity of this person has, e.g. another tenant. */
export function chatOf(person: Person, more: Json = {}): Surface {
  const seen = async (members: Json): Promise<Seen> => {
    const turn = await person.sends({ ...members, ...more });
    // What somebody else's doing tells this person meanwhile is no answer.
    const answers = turn.replies.filter(({ activity }) => activity.replyToId === turn.sent.id);
    const shown = [...answers, ...turn.updates].map(({ activity }) => [activity.text, activity.attachments]);
    return { status: turn.status, bytes: JSON.stringify([turn.body ?? null, shown]) };
  };
  return {
    says: (text) => seen({ text }),
    presses: (action, fields, nonce) => {
      const data = { kim: { action, ...(nonce ? { nonce } : {}) }, ...fields };
      const value = { action: { type: "Action.Execute", verb: action, data }, trigger: "manual" };
      return seen({ type: "invoke", name: "adaptiveCard/action", value });
    },
  };
}

export function tabAsSurface(tab: TabDoor): Surface {
  return {
    says: async (text) => seenIn(await tab.says(text)),
    presses: async (action, fields, nonce) => seenIn(await tab.presses(action, fields, nonce)),
  };
}

export function seenIn({ status, text }: TabAnswer): Seen {
  return { status, bytes: text };
}

export type Verdict = {
  readonly allowed: boolean;
  /** The answers for this case and for an id that nobody has, alike but for the id. Always true where none was named. */
  readonly alike: boolean;
  /** Everything that was shown. */
  readonly bytes: string;
};

/** Says no, in words that stand for it. */
const refusals = [
  de.cases.notAllowed,
  de.protection.onlyOwner,
  de.protection.emergency.noGiving,
  de.protection.figures.onlyCoordinator,
  de.experts.onlyStaff,
];

/** Does one thing in a way that shows whether it is allowed. */
export async function tryCommand(
  surface: Surface,
  kind: Command["kind"],
  [, probe]: Place,
): Promise<Verdict> {
  const sentence = sentences[kind];
  const ask = (id: string) => surface.says(sentence(id));
  return probe === "case" ? compare(await ask(CASE), await ask(NOBODYS)) : judge(await ask(CASE), probe);
}

/** `nonce`: that of the owner's card, where the button has one. */
export async function tryButton(
  surface: Surface,
  action: PressAction,
  [, probe]: Place,
  nonce: string | undefined,
): Promise<Verdict> {
  if (probe === "draft") {
    const real = nonce ?? `${CASE}.x`;
    const forged = `${real.slice(0, -6)}000000`;
    const fields = fieldsOf(CASE);
    const [mine, nobodys] = [
      await surface.presses(action, fields, real),
      await surface.presses(action, fields, forged),
    ];
    return compare(mine, { ...nobodys, bytes: nobodys.bytes.replaceAll(forged, real) });
  }
  const press = (id: string) => surface.presses(action, fieldsOf(id));
  return probe === "case"
    ? compare(await press(CASE), await press(NOBODYS))
    : judge(await press(CASE), probe);
}

export async function tryView(tab: TabDoor, view: string, [, probe]: Place): Promise<Verdict> {
  const get = async (id: string) => seenIn(await tab.get(`${view}?case=${id}&q=kita`));
  return probe === "case" ? compare(await get(CASE), await get(NOBODYS)) : judge(await get(CASE), probe);
}

function compare(real: Seen, nobodys: Seen): Verdict {
  const alike =
    real.status === nobodys.status &&
    real.bytes.replaceAll(CASE, NOBODYS) === nobodys.bytes.replaceAll(CASE, NOBODYS);
  return { allowed: !alike && !isRefusal(real), alike, bytes: real.bytes };
}

function judge(seen: Seen, probe: Probe): Verdict {
  const shows = probe === "list" ? `${MARK}Thema` : MARK;
  // A partner who asks for casework is shown what is shared with the own office instead.
  const allowed =
    probe === "door" ? !isRefusal(seen) && !seen.bytes.includes(de.shared.title) : seen.bytes.includes(shows);
  return { allowed, alike: true, bytes: seen.bytes };
}

function isRefusal({ status, bytes }: Seen): boolean {
  return status >= 400 || refusals.some((words) => bytes.includes(JSON.stringify(words).slice(1, -1)));
}
