import { z } from "zod";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { heldMinutesCard, type SendView, sendMinutesCard } from "../bot/cards/minutes.js";
import { say } from "../bot/cards/notices.js";
import { homeDay } from "../casework/case/access.js";
import type { Participant } from "../casework/conference/conference.js";
import { isImmigrationAuthority } from "../casework/consent/immigration.js";
import { holdsHealth } from "../casework/minutes/health-in-minutes.js";
import { type Form, forms, type Sending } from "../casework/minutes/minutes.js";
import { queueMinutes, releaseTo, stopSending } from "../casework/minutes/send-minutes.js";
import { openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import type { Reply } from "./reply.js";
import { unknownCase } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";
import { type FoundMinutes, findMinutes, showMinutes } from "./write-minutes.js";

const KIND = "minutes.send";
const SendDraft = z.object({
  conference: z.string(),
  /** How often they had been sent when the card was made; cards from before that was kept do not ask. */
  sent: z.number().int().optional(),
});

/** "An Teilnehmende senden": per participant the whole minutes, an extract or nothing; who may get none is named. */
export async function offerSending(turn: Turn, press: CardPress): Promise<Outcome> {
  const id = press.fields.conference ?? "";
  const found = await findMinutes(turn, id);
  if (!found) return unknownCase(turn, id);
  const nonce = await openDraft(turn, KIND, draftOf(found), found.entry.id);
  return { replies: [sendForm(turn, found, nonce)] };
}

/** "Senden": the mails wait for a minute; consent is asked again when each of them leaves. */
export async function sendMinutesNow(turn: Turn, press: CardPress): Promise<Outcome> {
  const { unit, actor, texts, settings } = turn;
  const draft = await readDraft(turn, press, KIND, SendDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const found = await findMinutes(turn, draft.data.conference);
  if (found?.minutes.state !== "saved") return { replies: [say(texts, texts.cases.cardGone)] };
  const { conference, minutes } = found;
  const chosen = allowedIn(turn, found).flatMap(({ participant }) => {
    const form = forms.find((one) => one === press.fields[`send:${participant.id}`]);
    return form ? [{ participant, form }] : [];
  });
  if (chosen.length === 0) {
    return { replies: [sendForm(turn, found, draft.nonce, texts.minutes.nobodyChosen)] };
  }
  const { sendings } = minutes;
  if (draft.data.sent !== undefined && draft.data.sent !== sendings.length) {
    // Somebody else was faster: whoever has them already need not get them again.
    await updateDraft(turn, draft.nonce, KIND, draftOf(found));
    return { replies: [sendForm(turn, found, draft.nonce, sentMeanwhile(turn, found))] };
  }
  await spendDraft(turn, draft.nonce);
  const sending: Sending = {
    id: Buffer.from(turn.random(6)).toString("hex"),
    due: unit.now + settings.sendDelayMs,
    stopped: false,
    to: chosen.map(({ participant, form }) => ({ participant: participant.id, form })),
  };
  await queueMinutes(unit, actor, conference, minutes, sending);
  const view = {
    conference: conference.id,
    sending: sending.id,
    seconds: Math.round(settings.sendDelayMs / 1000),
    names: chosen.map(({ participant }) => participant.name).join(", "),
  };
  return { replies: [heldMinutesCard(texts, view)] };
}

export async function stopMinutes(turn: Turn, press: CardPress): Promise<Outcome> {
  const { conference: id = "", sending = "" } = press.fields;
  const found = await findMinutes(turn, id);
  if (!found) return unknownCase(turn, id);
  const { entry, conference, minutes } = found;
  const stopped = await stopSending(turn.unit, conference, minutes, sending);
  const words = turn.texts.minutes;
  return stopped
    ? showMinutes(turn, entry, conference, stopped, "pressed", { done: words.stopped })
    : showMinutes(turn, entry, conference, minutes, "pressed", { error: words.tooLate });
}

function draftOf({ conference, minutes }: FoundMinutes): z.infer<typeof SendDraft> {
  return { conference: conference.id, sent: minutes.sendings.length };
}

function sentMeanwhile({ texts }: Turn, { conference, minutes }: FoundMinutes): string {
  const last = minutes.sendings.at(-1)?.to ?? [];
  const names = conference.participants.filter(({ id }) =>
    last.some(({ participant }) => participant === id),
  );
  return texts.minutes.sentMeanwhile(names.map(({ name }) => literal(name)).join(", "));
}

type Offer = { readonly participant: Participant; readonly form: Form | "none" };

/** Everybody who may get something at this moment, with what is proposed: whoever was not there gets nothing. */
function allowedIn(turn: Turn, { conference, entry, minutes }: FoundMinutes): readonly Offer[] {
  const today = homeDay(turn.unit.now);
  return conference.participants.flatMap((participant): Offer[] => {
    if (participant.email === "") return [];
    const whole = releaseTo(minutes, entry, participant, "whole", today).kind === "allowed";
    const extract = releaseTo(minutes, entry, participant, "extract", today).kind === "allowed";
    if (!whole && !extract) return [];
    const was = minutes.present.includes(participant.id);
    const form = whole && !isImmigrationAuthority(participant) ? "whole" : "extract";
    return [{ participant, form: was ? form : "none" }];
  });
}

function sendForm(turn: Turn, found: FoundMinutes, nonce: string, error?: string): Reply {
  const { texts, unit } = turn;
  const words = texts.minutes;
  const { conference, entry, minutes } = found;
  const offers = allowedIn(turn, found);
  const others = conference.participants.filter(({ kind }) => kind !== "convener" && kind !== "client");
  const withoutMail = others.filter(({ email }) => email === "");
  const refused = others.flatMap((participant) => {
    const release = releaseTo(minutes, entry, participant, "whole", homeDay(unit.now));
    return participant.email !== "" && release.kind === "refused"
      ? [words.refused(literal(participant.name), words.why[release.why])]
      : [];
  });
  const health = holdsHealth(minutes);
  const view: SendView = {
    label: caseLabel(texts, entry),
    nonce,
    recipients: offers.map(({ participant, form }) => ({ id: participant.id, name: participant.name, form })),
    notices: [
      ...(health ? [words.health] : []),
      ...(health
        ? others.filter(isImmigrationAuthority).map(({ name }) => words.immigration(literal(name)))
        : []),
      ...refused,
      ...(withoutMail.length > 0
        ? [words.noMail(withoutMail.map(({ name }) => literal(name)).join(", "))]
        : []),
    ],
    error,
  };
  return sendMinutesCard(texts, view);
}
