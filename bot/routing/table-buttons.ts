import type { CardPress } from "../../dialogs/event.js";
import { endPollNow, showPoll, votePhone } from "../../dialogs/poll-board.js";
import { startPollOnDates } from "../../dialogs/poll-from-dates.js";
import { offerSending, sendMinutesNow, stopMinutes } from "../../dialogs/send-minutes.js";
import { takePollDate } from "../../dialogs/take-poll-date.js";
import type { Outcome, Turn } from "../../dialogs/turn.js";
import { recordByPhone, showBoard } from "../../dialogs/who-comes.js";
import {
  editMinutes,
  keepMinutes,
  minutesFromText,
  planReview,
  saveMinutesForm,
} from "../../dialogs/write-minutes.js";

type Handle = (turn: Turn, press: CardPress) => Promise<Outcome> | Outcome;

/** What the buttons around a conference do: finding its date, who comes, what came of it. All of them touch cases. */
export const tableButtons = {
  "attendance.board": (turn, press) => showBoard(turn, press.fields.conference ?? ""),
  "attendance.phone": recordByPhone,
  "poll.start": startPollOnDates,
  "poll.show": showPoll,
  "poll.phone": votePhone,
  "poll.end": endPollNow,
  "poll.take": takePollDate,
  "minutes.open": (turn, press) => minutesFromText(turn, press.fields.caseId ?? ""),
  "minutes.edit": editMinutes,
  "minutes.draft": (turn, press) => keepMinutes(turn, press, false),
  "minutes.more": (turn, press) => keepMinutes(turn, press, true),
  "minutes.save": saveMinutesForm,
  "minutes.offer": offerSending,
  "minutes.send": sendMinutesNow,
  "minutes.stop": stopMinutes,
  "minutes.review": planReview,
} satisfies Readonly<Record<string, Handle>>;
