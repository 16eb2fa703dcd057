import type { Command, CommandContext } from "./command.js";
import { readAgenda } from "./read-agenda.js";
import { readAttendance } from "./read-attendance.js";
import { readContacts, readHistory, readMyCases, readShowCase } from "./read-case-views.js";
import { readConference } from "./read-conference.js";
import { readConferenceChange } from "./read-conference-change.js";
import { readConsent } from "./read-consent.js";
import { readCover } from "./read-cover.js";
import { readIdentity } from "./read-identity.js";
import { readClosing, readHandOver, readPhase } from "./read-lifecycle.js";
import { readMeasure } from "./read-measure.js";
import { readMinutes } from "./read-minutes.js";
import { readMyQuestions } from "./read-my-questions.js";
import { readNewCase } from "./read-new-case.js";
import { readAbsence, readTransfer } from "./read-news.js";
import { readLooseNote, readNote } from "./read-note.js";
import {
  readEmergencyAccess,
  readErasure,
  readExport,
  readFigures,
  readGap,
  readHold,
} from "./read-protection.js";
import { readMorningReminder, readWorkDays } from "./read-reminder.js";
import { readShared } from "./read-shared.js";
import { readTalk, withoutGreeting } from "./read-talk.js";
import { readUndo } from "./read-undo.js";
import { type Utterance, utterance } from "./utterance.js";

type Reader = (said: Utterance) => Command | undefined;

/** In this order: what carries free text goes first, since its text may contain the words of the others. */
const readers: readonly Reader[] = [
  readShared,
  readMyQuestions,
  readUndo,
  readErasure,
  readExport,
  readMorningReminder,
  readWorkDays,
  readHold,
  readGap,
  readFigures,
  readEmergencyAccess,
  readNewCase,
  readNote,
  readMeasure,
  readTransfer,
  readHandOver,
  readCover,
  readConsent,
  readMinutes,
  readIdentity,
  readAttendance,
  readConferenceChange,
  readConference,
  readPhase,
  readClosing,
  readAbsence,
  readHistory,
  readContacts,
  readMyCases,
  readAgenda,
  readShowCase,
  readLooseNote,
];

/**
 * Reads a command out of half a sentence, without a model. Undefined: no command, so a question for the directory
 * or the documents, or the answer to a question back. Never throws; a few microseconds.
 */
export function parseCommand(text: string, context: CommandContext): Command | undefined {
  const all = utterance(text, context.today);
  const talk = readTalk(all);
  if (talk) return talk;
  const said = withoutGreeting(all);
  for (const read of readers) {
    const command = read(said);
    if (command) return command;
  }
  return undefined;
}
