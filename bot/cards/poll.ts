import { abilities, type Poll, silentIn, voteOf, votersOf } from "../../casework/poll/poll.js";
import { type Tally, tallyOf } from "../../casework/poll/tally.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableInstant, readableSpan } from "../texts/format.js";
import {
  type Action,
  card,
  choiceInput,
  type Element,
  header,
  kept,
  literal,
  notice,
  paragraph,
  press,
  section,
  small,
  strong,
} from "./elements.js";

export type PollView = {
  readonly poll: Poll;
  readonly label: string;
  /** What was just done, or what stands in the way. */
  readonly done?: string | undefined;
  readonly error?: string | undefined;
  /** The channel's id of whoever looks, so that the card renews itself. */
  readonly account?: string | undefined;
};

/** For the convener: how the dates stand, who is silent; and once it has ended, which date to take. */
export function pollCard(texts: Texts, locale: Locale, view: PollView, place: Reply["place"]): Reply {
  const words = texts.poll;
  const { poll, label, done, error, account } = view;
  const ended = poll.state === "closed";
  const silent = silentIn(poll);
  const unreachable = silent.filter(({ email }) => email === "");
  const names = (list: readonly { readonly name: string }[]) =>
    list.map(({ name }) => literal(name)).join(", ");
  const until = readableInstant(locale, poll.timeZone, poll.closesAt);
  const made = card(
    [
      done ? notice("good", done) : undefined,
      error ? notice("attention", error) : undefined,
      header(
        ended ? words.endedTitle(label) : words.title(label),
        words.status(words.states[poll.state], until),
      ),
      ...tallyOf(poll).map((tally) => dateLine(texts, locale, poll, tally)),
      silent.length > 0 ? small(words.silent(names(silent))) : undefined,
      unreachable.length > 0 ? small(words.byPhone(names(unreachable))) : undefined,
      ...(poll.state === "open" ? calls(texts, locale, poll) : []),
      ended ? dateChoice(texts, locale, poll) : undefined,
    ],
    actions(texts, poll),
  );
  return {
    place,
    summary: texts.summary,
    card: kept(made, refresh(texts, poll), account === undefined ? [] : [account]),
  };
}

function dateLine(texts: Texts, locale: Locale, poll: Poll, { date, yes, maybe, no }: Tally): Element {
  const words = texts.poll;
  const names = (list: readonly { readonly name: string }[]) =>
    list.map(({ name }) => literal(name)).join(", ");
  return section([
    strong(readableSpan(locale, poll.timeZone, date.start, date.end)),
    paragraph(words.result(yes.length, votersOf(poll).length)),
    maybe.length > 0 ? small(words.onlyIfNeeded(names(maybe))) : undefined,
    no.length > 0 ? small(words.cannot(names(no))) : undefined,
  ]);
}

function dateChoice(texts: Texts, locale: Locale, poll: Poll): Element {
  const best = tallyOf(poll);
  return choiceInput({
    id: "slot",
    label: texts.poll.chooseDate,
    required: texts.poll.chooseDateRequired,
    expanded: true,
    value: best[0]?.date.start ?? "",
    choices: best.map(({ date, yes }) => ({
      title: `${readableSpan(locale, poll.timeZone, date.start, date.end)} (${texts.poll.result(yes.length, votersOf(poll).length)})`,
      value: date.start,
    })),
  });
}

/** Somebody called instead: whose answer it is, and which dates suit; the others do not. */
function calls(texts: Texts, locale: Locale, poll: Poll): readonly Element[] {
  const first = silentIn(poll)[0] ?? votersOf(poll)[0];
  return [
    choiceInput({
      id: "seat",
      label: texts.poll.caller,
      value: first?.id ?? "",
      choices: votersOf(poll).map(({ id, name }) => ({ title: name, value: id })),
    }),
    choiceInput({
      id: "dates",
      label: texts.poll.callerDates,
      many: true,
      value: "",
      choices: poll.dates.map(({ start, end }) => ({
        title: readableSpan(locale, poll.timeZone, start, end),
        value: start,
      })),
    }),
  ];
}

function actions(texts: Texts, poll: Poll): readonly Action[] {
  const data = { poll: poll.id };
  switch (poll.state) {
    case "open":
      return [
        press(texts.poll.phoneVote, "poll.phone", { data }),
        press(texts.poll.endNow, "poll.end", { data, inputs: false }),
        refresh(texts, poll),
      ];
    case "closed":
      return [press(texts.poll.take, "poll.take", { data, style: "positive" })];
    case "done":
      return [];
  }
}

function refresh(texts: Texts, { id }: Poll): Action {
  return press(texts.poll.refresh, "poll.show", { data: { poll: id }, inputs: false });
}

/** For a voter on Teams: the same as the page behind the link. What it shows is the reader's own answer alone. */
export function voteCard(
  texts: Texts,
  locale: Locale,
  view: {
    readonly poll: Poll;
    readonly voter: string;
    readonly account?: string | undefined;
    readonly notice?: string | undefined;
  },
  place: Reply["place"],
): Reply {
  const words = texts.poll;
  const { poll, voter, account, notice: said } = view;
  const open = poll.state === "open";
  const before = voteOf(poll, voter)?.abilities;
  const data = { poll: poll.id, seat: voter };
  const made = card(
    [
      said ? notice("good", said) : undefined,
      header(words.voteTitle(poll.publicId)),
      open
        ? small(words.page.until(readableInstant(locale, poll.timeZone, poll.closesAt)))
        : notice("attention", words.voteEnded),
      ...poll.dates.map(({ start, end }, date): Element => {
        const label = readableSpan(locale, poll.timeZone, start, end);
        const given = before?.[date];
        if (!open) return paragraph(given ? `${label}: ${words.abilities[given]}` : label);
        return choiceInput({
          id: `date:${date}`,
          label,
          required: words.page.incomplete(label),
          expanded: true,
          ...(given ? { value: given } : {}),
          choices: abilities.map((ability) => ({ title: words.abilities[ability], value: ability })),
        });
      }),
    ],
    open ? [press(words.vote, "poll.vote", { data, style: "positive" })] : [],
  );
  const again = press(words.refresh, "poll.ballot", { data, inputs: false });
  return { place, summary: texts.summary, card: kept(made, again, account === undefined ? [] : [account]) };
}
