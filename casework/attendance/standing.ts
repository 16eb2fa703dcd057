import { CONVENER, type Conference, type Participant } from "../conference/conference.js";
import type { Answer, Attendance, Trouble } from "./attendance.js";

/** One seat of the board: who, and what is known. The convener calls the conference, so comes. */
export type Seat = {
  readonly participant: Participant;
  readonly answer?: Answer;
  readonly trouble?: Trouble;
};

export type Standing = {
  readonly seats: readonly Seat[];
  /** How many of those who were asked come, themselves or by somebody else. */
  readonly coming: number;
  readonly asked: number;
  /** Has not answered, or only perhaps. */
  readonly open: readonly Participant[];
  /** Required seats that nobody has promised to fill: without them the conference is not what it was called for. */
  readonly lacking: readonly Participant[];
};

/** Where a conference stands. Answers to a date that was moved since do not count. */
export function standingOf(conference: Conference, attendance: Attendance): Standing {
  const seats = conference.participants.map((participant): Seat => {
    const answer = attendance.answers.find(
      (one) => one.participant === participant.id && one.sequence >= conference.dateSequence,
    );
    const trouble = attendance.troubles.find((one) => one.participant === participant.id);
    return { participant, ...(answer ? { answer } : {}), ...(trouble ? { trouble } : {}) };
  });
  const asked = seats.filter(({ participant }) => participant.id !== CONVENER);
  const isComing = ({ answer }: Seat) => answer?.answer === "accepted" || answer?.answer === "delegated";
  const isOpen = ({ answer }: Seat) => answer === undefined || answer.answer === "tentative";
  return {
    seats,
    coming: asked.filter(isComing).length,
    asked: asked.length,
    open: asked.filter(isOpen).map(({ participant }) => participant),
    lacking: asked
      .filter((seat) => seat.participant.required && !isComing(seat))
      .map(({ participant }) => participant),
  };
}
