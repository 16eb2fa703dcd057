import { z } from "zod";
import type { Conference } from "../casework/conference/conference.js";
import type { Decision, Minutes, MinutesMeasure } from "../casework/minutes/minutes.js";
import type { CardPress } from "./event.js";
import type { Turn } from "./turn.js";

/** Lines of decisions and of measures that a card can have: beyond that Teams refuses it. */
export const MOST_ROWS = 8;

export type FilledIn = {
  readonly minutes: Minutes;
  /** What stands in the way of saving, the first of it; a draft is kept all the same. */
  readonly problem: string | undefined;
};

/**
 * What a press of the minutes' card holds, on top of what is known. Clients leave emptied inputs out, so a line
 * that is not there is gone. Nothing typed is lost where it cannot be saved: a faulty date stays out, the text stays.
 */
export function minutesFrom(turn: Turn, conference: Conference, before: Minutes, press: CardPress): FilledIn {
  const { minutes: words } = turn.texts;
  const { fields } = press;
  const seats = conference.participants;
  const problems: string[] = [];
  const typed = (id: string) => (fields[id] ?? "").trim();
  const seat = (id: string) => (seats.some((one) => one.id === id) ? id : "");

  const decisions: Decision[] = [];
  const measures: MinutesMeasure[] = before.measures.filter(({ id }) => id !== undefined);
  for (let row = 0; row < MOST_ROWS; row++) {
    const text = typed(`free_decision_${row}`);
    if (text !== "") decisions.push({ text, office: seat(typed(`for:${row}`)) });
    const what = typed(`free_measure_${row}`);
    const who = typed(`who:${row}`);
    const due = typed(`due:${row}`);
    if (what === "") {
      if (due !== "" || who !== "") problems.push(words.measureLacks(row + 1));
      continue;
    }
    const isDay = due === "" || z.iso.date().safeParse(due).success;
    if (!isDay) problems.push(words.dueInvalid(row + 1));
    const responsible = seats.find(({ id }) => id === who)?.name ?? (who === "client" ? words.client : "");
    const office = responsible === "" ? "" : who;
    measures.push({ what, office, responsible, ...(due !== "" && isDay ? { due } : {}) });
  }
  const review = typed("review");
  const isReview = review === "" || (z.iso.date().safeParse(review).success && review > turn.today);
  if (!isReview) problems.push(words.reviewInvalid);
  if (decisions.length === 0 && measures.length === 0) problems.push(words.nothing);
  const { review: _before, ...kept } = before;
  return {
    problem: problems[0],
    minutes: {
      ...kept,
      state: "draft",
      present: typed("present")
        .split(",")
        .map(seat)
        .filter((id) => id !== ""),
      decisions,
      measures,
      dissent: typed("free_dissent"),
      entrusted: fields.entrusted === "true",
      ...(review !== "" && isReview ? { review } : {}),
    },
  };
}
