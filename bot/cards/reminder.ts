import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { card, header, press, section, small, strong } from "./elements.js";

export type ReminderLine = {
  /** The case with its neutral label. */
  readonly label: string;
  readonly due: number;
  readonly late: number;
};

const MOST_LINES = 12;

/** Written unasked, so it may be read over a shoulder: ids, neutral labels and counts, nothing of a case. */
export function reminderCard(texts: Texts, day: string, lines: readonly ReminderLine[]): Reply {
  const words = texts.casework.reminder;
  const rest = lines.length - MOST_LINES;
  return {
    place: "new",
    summary: words.summary,
    card: card(
      [
        header(words.title, words.subtitle(lines.length)),
        ...lines
          .slice(0, MOST_LINES)
          .map(({ label, due, late }) => section([strong(label), small(words.counts(due, late))])),
        rest > 0 ? small(texts.casework.andMore(rest)) : undefined,
      ],
      [
        press(words.show, "agenda.page", { data: { from: day, to: day, page: "0" } }),
        press(words.switchOff, "reminder.off"),
      ],
    ),
  };
}
